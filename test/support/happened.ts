import { type Channel, chosen, chosenIn } from '../../services/domain/dialogue/channel.ts';
import { type DialoguePost, type Mode, type Outcome } from '../../services/domain/dialogue/dialogue.ts';
import { asHolder, dueFrom } from '../../services/domain/dialogue/decide-holding.ts';
import { type DialogueEvent } from '../../services/domain/dialogue/messages.ts';
import { type Hitch, type Receipt } from '../../services/domain/dialogue/publication.ts';
import { conceptOf, freeze } from '../../services/domain/dialogue/reply-text.ts';
import { DAY, type Instant, MINUTE } from '../../services/domain/instant.ts';
import { type Interpretation } from '../../services/domain/work-instruction/interpret.ts';
import { factsAt, member, type Name, TUESDAY_TEN } from './dialogue-facts.ts';
import { type Past } from './given.ts';

/** The text that is on the table in most tests; harmless, short, no standing answer. */
export const TEXT = 'Dinsdag wordt het opgehaald.';

/** A holding reply. */
export const HOLDING = 'We zoeken het uit. U hoort vandaag vóór 16:00 uur van ons.';

interface Opening extends Partial<Interpretation> {
  readonly mode?: Mode;
  readonly account?: string | null;
  readonly postedAt?: Instant;
}

/** A question about bulky waste from Jisp, posted at a quarter to ten, unless said otherwise. */
export function opened({
  mode = 'practice',
  account = 'GemWormerland',
  postedAt,
  ...read
}: Opening = {}): DialogueEvent {
  const interpretation = { kind: 'vraag', topic: 'afval', municipality: 'wormerland', because: '?', ...read };
  const at = postedAt ?? TUESDAY_TEN - 15 * MINUTE;
  return {
    type: 'opened',
    dialogue: 'd1',
    mode,
    network: 'practice',
    thread: 'p1',
    citizen: { id: 'c1', handle: 'jisper', name: 'Teun' },
    asked: account !== null,
    account,
    post: citizensPost('p1', at),
    interpretation,
    due: dueFrom(interpretation, at, factsAt(at)),
  };
}

export function citizensPost(id: string, at: Instant, thanks = false): DialoguePost {
  return { id, from: 'citizen', at, thanks, link: null };
}

export function claimedBy(name: Name): DialogueEvent {
  return { type: 'claimed', by: asHolder(member(name)) };
}

export function releasedBy(name: Name): DialogueEvent {
  return { type: 'released', by: asHolder(member(name)) };
}

export function setAsideBy(name: Name): DialogueEvent {
  return { type: 'wasSetAside', by: asHolder(member(name)), reason: 'ruis' };
}

export function finishedBy(name: Name, outcome: Outcome = 'phoned'): DialogueEvent {
  return { type: 'finished', by: member(name), outcome };
}

export function keptBy(name: Name, text: string = TEXT, channel?: Channel): Past {
  return (d, facts) => ({
    type: 'kept',
    concept: conceptOf(d, { by: member(name), text, channel }, facts),
    answer: null,
  });
}

export function submittedBy(name: Name, text: string = TEXT, channel?: Channel): Past {
  return (d, facts) => ({ type: 'submitted', concept: conceptOf(d, { by: member(name), text, channel }, facts) });
}

/** Frozen as it is written now. Without a draft it is placed alone. */
export function frozenBy(name: Name): Past {
  return (dialogue, facts) => {
    const { stage } = dialogue;
    const submitter = stage.name === 'drafted' ? stage.submittedBy : member(name);
    const { email, name: full } = member(name);
    const approver = { name: full, email };
    const concept = dialogue.concept ?? { text: '' };
    const by = { name: submitter.name, email: submitter.email };
    return { type: 'frozen', publication: freeze(dialogue, concept, by, approver, facts) };
  };
}

export function attempted(): Past {
  return (dialogue, { at }) => ({
    type: 'attempted',
    number: dialogue.publications,
    deadline: at + 20_000,
    lookAt: at + 90_000,
  });
}

export function published(id = 'r1'): Past {
  return (dialogue, { at }) => {
    const { stage } = dialogue;
    if (stage.name !== 'approved') throw new Error('only a frozen text is published');
    const receipt: Receipt = {
      id,
      link: `https://practice.example/${id}`,
      at,
      account: stage.publication.account,
      by: stage.by,
      approvedBy: stage.publication.approvedBy,
      generation: dialogue.work.generation,
      byHand: null,
      removal: null,
      ...chosen(chosenIn(stage.publication)),
      ...(stage.publication.holds === undefined ? {} : { holds: stage.publication.holds }),
    };
    return { type: 'published', receipt, closesAt: at + 3 * DAY };
  };
}

/** The approved text is back on the table; the yes of another still counts. */
export function cameBack(why: Hitch['why'], reason: string | null = null): Past {
  return ({ stage }, { at }) => {
    if (stage.name !== 'approved') throw new Error('only a frozen text comes back');
    const { approvedBy, submittedBy, hash, inReplyTo, channel } = stage.publication;
    const yes = approvedBy.email === submittedBy.email ? null : approvedBy;
    const went = channel === undefined ? {} : { channel };
    return { type: 'notPlaced', hitch: { why, at, reason, detail: reason, inReplyTo, ...went, approvedBy: yes, hash } };
  };
}

/** The citizen wrote again and it came back as waiting, for who had it is off duty. */
export function wroteAgain(id = 'p2'): readonly Past[] {
  return [
    (_, { at }) => ({ type: 'received', post: citizensPost(id, at) }),
    ({ stage, kind, topic, municipality }, { at }) => ({
      type: 'followedUp',
      for: null,
      had: 'by' in stage && stage.name !== 'closed' ? stage.by : null,
      interpretation: { kind, topic, municipality, because: null },
      due: at + 60 * MINUTE,
    }),
  ];
}

/** A whole first round: claimed, placed alone, proved by `r1`. */
export const ANSWERED_ONCE: readonly Past[] = [
  claimedBy('Bram'),
  keptBy('Bram'),
  frozenBy('Bram'),
  attempted(),
  published('r1'),
];
