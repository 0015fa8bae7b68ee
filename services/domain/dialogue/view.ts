import { type Instant } from '../instant.ts';
import { type NextOnDuty } from '../roster/duty.ts';
import { type Member } from '../people.ts';
import { maskPersonalData, type MaskLabels } from '../mask.ts';
import { type QuotedPost, type Surroundings } from '../post.ts';
import { type Department, type Settings, type StandBy, type StandingAnswer } from '../work-instruction/instruction.ts';
import { type ReadingChoices, readingChoices } from '../work-instruction/reading-choices.ts';
import { type WhatFollows, whatFollows } from '../work-instruction/what-follows.ts';
import { onlyByHand } from './by-hand.ts';
import { type Dialogue, type DialoguePost, holderOf, textToPlace } from './dialogue.ts';
import { type Channel } from './channel.ts';
import { channelOf, channelsOf, measure } from './choose-channel.ts';
import { colleaguesFor, type Colleague } from './handing-over/colleagues.ts';
import { departmentsFor } from './handing-over/departments.ts';
import { presetMoment } from './promises/preset.ts';
import { frozenMatter } from './frozen-matter.ts';
import { surroundingsOf } from './post-texts.ts';
import { type Facts } from './facts.ts';
import { toRing } from './by-time/to-ring.ts';
import { passOnChoices } from './together/pass-on-choices.ts';
import { type Note } from './together/together.ts';
import { type Asking, type ShownQuestion, viewAsking, viewQuestions } from './questions/question-view.ts';
import { mayApprove } from './department-yes/whose-yes.ts';
import { answersOffered, mayPlaceAlone } from './reply-text.ts';

/** A post with its words, as it may be shown. */
export interface ShownPost extends DialoguePost {
  /** null: no longer kept, because it was deleted on the network. */
  readonly text: string | null;
  /** Something of the words, or of those around them, is masked. */
  readonly masked: boolean;
  /** What stands around it; a post that is in the dialogue itself is not repeated. null: nothing. */
  readonly surroundings: Surroundings | null;
  /** What it reacts to is a post of an account of ours. */
  readonly reactsToUs: boolean;
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
  /** Where it goes, and so how it is counted. */
  readonly channel: Channel;
  readonly length: number;
  readonly limit: number;
  /** Where a reply can go, and the room for the concept itself there: the limit less the signature. The usual one first. */
  readonly channels: readonly { readonly channel: Channel; readonly room: number }[];
  readonly hash: string;
  readonly answers: readonly StandingAnswer[];
  /** What colleagues were asked, oldest first. */
  readonly questions: readonly ShownQuestion[];
  readonly asking: Asking;
  readonly noReplyReasons: readonly string[];
  /** Whom a compliment can go to: departments, and the colleagues in them. */
  readonly passOnTo: ReturnType<typeof passOnChoices>;
  /** What the team noted for itself, oldest first, masked. */
  readonly notes: readonly Note[];
  /** What a person can take it for, and what holds for what it is taken for now. */
  readonly choices: ReadingChoices;
  readonly follows: WhatFollows;
  /** Whether who holds it may place alone: by the kind, or because the concept is an approved standing answer. */
  readonly placeAlone: boolean;
  /** The network takes no reply from a program here: a person places it. */
  readonly onlyByHand: boolean;
  /** A holding reply: what its text begins as, whether who holds the dialogue places it alone, and when it would promise. */
  readonly holding: { readonly text: string; readonly alone: boolean; readonly preset: Instant };
  readonly colleagues: readonly Colleague[];
  /** Which can take it over, the suggested one first. */
  readonly departments: readonly Department[];
  readonly onDuty: readonly Member[];
  /** Who may approve now and is on duty. */
  readonly approvers: readonly Member[];
  /** Who must be rung up now, for Teams does not ring: nobody who can act has it. With nobody standing by, all who ever do. */
  readonly ring: readonly StandBy[];
  /** The next on the roster who may approve, when nobody is on duty. */
  readonly nextApprover: { readonly member: Member; readonly from: Instant } | null;
}

/** Draws nothing and decides nothing: puts together what the cards need. `texts`: as `textsOf` names them. */
export function viewOf(
  dialogue: Dialogue,
  texts: ReadonlyMap<string, string>,
  facts: Facts & { readonly nextOnDuty: NextOnDuty },
  labels: MaskLabels,
): DialogueView {
  const { settings } = facts;
  const holder = settings.team.find(({ email }) => email === holderOf(dialogue.stage)?.email);
  const approvers = facts.onDuty(facts.at).filter((member) => mayApprove(dialogue, member, settings));
  const signed = dialogue.concept === null ? '' : textToPlace(dialogue);
  const channel = channelOf(dialogue);
  const now = measure(dialogue, undefined, channel, facts);
  return {
    dialogue,
    at: facts.at,
    posts: dialogue.posts.map((post) =>
      shown(post, dialogue, texts, settings, (text) => {
        const findings = facts.personalData(text);
        return { text: maskPersonalData(text, findings, labels), masked: findings.length > 0 };
      }),
    ),
    municipality: settings.municipalities.find(({ id }) => id === dialogue.municipality)?.name ?? null,
    signed,
    channel,
    length: dialogue.concept === null ? 0 : now.length,
    limit: now.limit,
    channels: channelsOf(dialogue).map((one) => {
      const { length, limit } = measure(dialogue, '-', one, facts);
      return { channel: one, room: limit - length + 1 };
    }),
    hash: facts.fingerprint(frozenMatter(dialogue)),
    questions: viewQuestions(dialogue, texts, settings),
    asking: viewAsking(dialogue, facts),
    answers: answersOffered(dialogue, settings),
    noReplyReasons: settings.instruction.noReplyReasons,
    passOnTo: passOnChoices(dialogue, settings),
    notes: (dialogue.notes ?? []).map((note) => ({
      ...note,
      text: maskPersonalData(note.text, facts.personalData(note.text), labels),
    })),
    choices: readingChoices(settings),
    follows: whatFollows(settings, dialogue),
    placeAlone:
      dialogue.mode !== 'listening' &&
      holder !== undefined &&
      mayPlaceAlone(dialogue, holder, dialogue.concept?.text ?? null, settings),
    onlyByHand: onlyByHand(dialogue, settings),
    holding: {
      text: settings.instruction.holdingReply,
      alone: holder !== undefined && mayPlaceAlone(dialogue, holder, null, settings),
      preset: presetMoment((from, until) => facts.openHours(from, until), facts.at),
    },
    colleagues: colleaguesFor(dialogue, facts),
    departments: departmentsFor(dialogue, settings),
    onDuty: facts.onDuty(facts.at),
    approvers,
    ring: toRing(dialogue, settings.standby),
    nextApprover:
      approvers.length > 0 ? null : facts.nextOnDuty(facts.at, (member) => mayApprove(dialogue, member, settings)),
  };
}

type Mask = (text: string) => { readonly text: string; readonly masked: boolean };

function shown(
  post: DialoguePost,
  dialogue: Dialogue,
  texts: ReadonlyMap<string, string>,
  { accounts }: Pick<Settings, 'accounts'>,
  mask: Mask,
): ShownPost {
  const text = texts.get(post.id);
  const link = post.gone === undefined ? post.link : null;
  if (text === undefined) return { ...post, link, text: null, masked: false, surroundings: null, reactsToUs: false };
  const own = mask(text);
  const around = surroundingsOf(texts, post.id);
  if (around === null) return { ...post, ...own, surroundings: null, reactsToUs: false };
  let masked = own.masked;
  const safe = (words: string): string => {
    const one = mask(words);
    masked ||= one.masked;
    return one.text;
  };
  const elsewhere = (quoted: QuotedPost | null): QuotedPost | null =>
    quoted === null || dialogue.posts.some(({ id }) => id === quoted.id)
      ? null
      : { ...quoted, text: safe(quoted.text) };
  const surroundings = {
    repliedTo: elsewhere(around.repliedTo),
    quoted: elsewhere(around.quoted),
    photos: around.photos.map(({ url, alt }) => ({ url, alt: alt === null ? null : safe(alt) })),
    language: around.language,
  };
  const author = around.repliedTo?.handle?.toLowerCase();
  const reactsToUs = accounts.some(({ handle }) => handle.toLowerCase() === author);
  return { ...post, text: own.text, masked, surroundings, reactsToUs };
}
