import { type Instant } from '../instant.ts';
import { type Member } from '../people.ts';
import { type Finding, maskPersonalData, type MaskLabels } from '../mask.ts';
import { type StandingAnswer } from '../work-instruction/instruction.ts';
import { type Dialogue, type DialoguePost, frozenMatter, holderOf, textToPlace } from './dialogue.ts';
import { type Facts } from './facts.ts';
import { answersFor, mayApprove, mayPlaceAlone } from './reply-text.ts';

/** A post with its words, as it may be shown. */
export interface ShownPost extends DialoguePost {
  /** null: no longer kept, because it was deleted on the network. */
  readonly text: string | null;
  readonly masked: boolean;
}

/** Everything a card shows of a dialogue: data, masked, without I/O. */
export interface DialogueView {
  readonly dialogue: Dialogue;
  readonly at: Instant;
  readonly posts: readonly ShownPost[];
  /** Municipality's name, not its id; null when unknown. */
  readonly municipality: string | null;
  /** The text as it would be placed now, with signature; '' without a concept. */
  readonly signed: string;
  readonly length: number;
  readonly limit: number;
  /** Room for the concept itself: the limit less the signature. */
  readonly room: number;
  readonly hash: string;
  readonly answers: readonly StandingAnswer[];
  readonly noReplyReasons: readonly string[];
  /** Whether who holds it may place alone: by the kind, or because the concept is an approved standing answer. */
  readonly placeAlone: boolean;
  /** Who may approve now and is on duty. */
  readonly approvers: readonly Member[];
  /** The next on the roster who may approve, when nobody is on duty. */
  readonly nextApprover: { readonly member: Member; readonly from: Instant } | null;
}

/** Draws nothing and decides nothing: puts together what the cards need. `texts`: post id → words. */
export function viewOf(
  dialogue: Dialogue,
  texts: ReadonlyMap<string, string>,
  facts: Facts & {
    nextOnDuty(at: Instant, fits: (member: Member) => boolean): { member: Member; from: Instant } | null;
  },
  labels: MaskLabels,
): DialogueView {
  const { settings } = facts;
  const holder = settings.team.find(({ email }) => email === holderOf(dialogue.stage)?.email);
  const approvers = facts.onDuty(facts.at).filter((member) => mayApprove(dialogue, member));
  const signed = dialogue.concept === null ? '' : textToPlace(dialogue);
  return {
    dialogue,
    at: facts.at,
    posts: dialogue.posts.map((post) =>
      shown(post, texts.get(post.id) ?? null, (text) => facts.personalData(text), labels),
    ),
    municipality: settings.municipalities.find(({ id }) => id === dialogue.municipality)?.name ?? null,
    signed,
    length: facts.length(signed),
    limit: facts.limit,
    room: facts.limit - facts.length(textToPlace(dialogue, '-')) + 1,
    hash: facts.fingerprint(frozenMatter(dialogue)),
    answers: answersFor(dialogue, settings.answers),
    noReplyReasons: settings.instruction.noReplyReasons,
    placeAlone:
      dialogue.mode !== 'listening' &&
      holder !== undefined &&
      mayPlaceAlone(dialogue, holder, dialogue.concept?.text ?? null, settings),
    approvers,
    nextApprover: approvers.length > 0 ? null : facts.nextOnDuty(facts.at, (member) => mayApprove(dialogue, member)),
  };
}

function shown(
  post: DialoguePost,
  text: string | null,
  find: (text: string) => readonly Finding[],
  labels: MaskLabels,
): ShownPost {
  if (text === null) return { ...post, text, masked: false };
  const findings = find(text);
  return { ...post, text: maskPersonalData(text, findings, labels), masked: findings.length > 0 };
}
