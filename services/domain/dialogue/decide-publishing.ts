import { type Instant } from '../instant.ts';
import { addOpenDays } from '../open-time.ts';
import { dueFor } from './decide-holding.ts';
import { chosen, chosenIn } from './channel.ts';
import { happen, NOTHING } from './decision.ts';
import { type Dialogue, type DialoguePost, type Stage } from './dialogue.ts';
import { type Facts } from './facts.ts';
import { followUp } from './follow-up.ts';
import { type Decision, type DialogueEvent } from './messages.ts';
import { type WorldCommand } from './world-command.ts';
import {
  ATTEMPT_WINDOW,
  BETWEEN_LOOK_UPS,
  type Hitch,
  LOOK_UPS,
  placedAlone,
  type Publication,
  type Receipt,
  TOO_LATE,
} from './publication.ts';

type Approved = Extract<Stage, { name: 'approved' }>;
type PublishingCommand = Extract<
  WorldCommand,
  { type: 'attempt' | 'placed' | 'refused' | 'unclear' | 'postpone' | 'notFound' } | { receipt: string }
>;

/** The way of a frozen text to the network and of a placed reply off it. An answer to another publication changes nothing. */
export function decidePublishing(dialogue: Dialogue, command: PublishingCommand, facts: Facts): Decision {
  if ('receipt' in command) return decideRemoval(dialogue, command, facts);
  const { stage } = dialogue;
  if (stage.name !== 'approved') return NOTHING;
  if ('number' in command && command.number !== stage.publication.number) return NOTHING;
  if (command.type === 'attempt') return decideAttempt(dialogue, stage.publication, command.recovery, facts);
  // The network's id is proof whenever it comes; any other answer belongs to a call that is under way.
  if (command.type === 'placed') return decidePlaced(dialogue, stage, command, facts);
  if (stage.publication.attempt === null) return NOTHING;
  switch (command.type) {
    case 'refused':
      return happen({
        type: 'notPlaced',
        hitch: hitch('refused', stage.publication, facts.at, command.reason, command.detail),
      });
    case 'unclear':
      return happen({ type: 'becameUnclear', detail: command.detail });
    case 'postpone':
      return happen({ type: 'postponed', until: command.until, detail: command.detail });
    case 'notFound':
      return decideNotFound(stage.publication, facts);
  }
}

function decideAttempt(dialogue: Dialogue, publication: Publication, recovery: number, { at }: Facts): Decision {
  if (publication.attempt !== null || at < publication.placeAt) return NOTHING;
  // What the citizen did during a first attempt that came to nothing.
  if (dialogue.posts.some(({ id, gone }) => id === publication.inReplyTo && gone !== undefined))
    return happen({ type: 'notPlaced', hitch: hitch('refused', publication, at, 'post-deleted') });
  const unread = writtenSince(dialogue, { ...publication, since: publication.frozenAt });
  if (unread) {
    const reason = unread.edited === undefined ? null : 'edited';
    return happen({ type: 'notPlaced', hitch: hitch('overtaken', publication, at, reason) });
  }
  if (at > publication.dueAt + TOO_LATE)
    return happen({ type: 'notPlaced', hitch: hitch('late', publication, at, publication.held ? 'paused' : null) });
  const deadline = at + ATTEMPT_WINDOW;
  return happen({ type: 'attempted', number: publication.number, deadline, lookAt: deadline + recovery });
}

/** What a text answers, and up to which words it was written; `since`: when it was said yes to, better told by `version`. */
export type Answered = Pick<Publication, 'inReplyTo' | 'readTo' | 'version'> & { readonly since: Instant };

/** The first words of the citizen, more than thanks, that were not read then: of a later post, or an edit of an earlier one. */
export function writtenSince(
  { posts }: Dialogue,
  { inReplyTo, readTo, since, version }: Answered,
): DialoguePost | undefined {
  // Nothing was read before an own post: then it is -1, and all is newer.
  const read = posts.findIndex(({ id }) => id === (readTo ?? inReplyTo));
  return posts.find(({ from, thanks, gone, edited }, index) => {
    if (from !== 'citizen' || thanks || gone !== undefined) return false;
    if (index > read || edited === undefined) return index > read;
    return version === undefined ? edited.at > since : edited.version > version;
  });
}

/** It stands on the network. Words that came while it was on its way are not answered by it: the dialogue comes back at once. */
function decidePlaced(
  dialogue: Dialogue,
  stage: Approved,
  command: Extract<PublishingCommand, { type: 'placed' }>,
  facts: Facts,
): Decision {
  const { publication } = stage;
  const receipt: Receipt = {
    id: command.id,
    link: command.link,
    at: command.at,
    account: publication.account,
    by: { name: stage.by.name, email: stage.by.email },
    approvedBy: publication.approvedBy,
    byHand: null,
    generation: dialogue.work.generation,
    removal: null,
    ...ofMany(publication),
    ...chosen(chosenIn(publication)),
    ...(publication.holds === undefined ? {} : { holds: publication.holds }),
  };
  return happen(...publishedAs(dialogue, receipt, { ...publication, since: publication.frozenAt }, facts));
}

/** The reply stands on the network, by the bot or by hand. */
export function publishedAs(
  dialogue: Dialogue,
  receipt: Receipt,
  answered: Answered,
  facts: Facts,
): readonly DialogueEvent[] {
  const closesAt = addOpenDays((a, b) => facts.openHours(a, b), receipt.at, facts.settings.instruction.closeAfterDays);
  const published = { type: 'published', receipt, closesAt } as const;
  const unread = writtenSince(dialogue, answered);
  if (unread === undefined) return [published];
  const { kind, topic, municipality } = dialogue;
  const back = followUp(dialogue, { kind, topic, municipality, because: null }, unread.edited?.at ?? unread.at, facts);
  // Who was told when the answer comes gets it then, to the newer words as well.
  return [published, receipt.holds === undefined ? back : { ...back, due: receipt.holds }];
}

/**
 * Looked up and not found: once more later, and then the identical text is sent again. For a private message that is no
 * proof (an encrypted conversation is hidden from us), so a person decides.
 */
function decideNotFound(publication: Publication, { at }: Facts): Decision {
  const { attempt } = publication;
  if (attempt === null) return NOTHING;
  const again = attempt.lookedUp + 1 < LOOK_UPS;
  if (!again && publication.channel === 'private')
    return happen({ type: 'notPlaced', hitch: hitch('unsure', publication, at, null, attempt.unclear) });
  return happen({ type: 'lookedUp', lookAt: again ? at + BETWEEN_LOOK_UPS : null });
}

function decideRemoval(
  dialogue: Dialogue,
  command: Extract<PublishingCommand, { receipt: string }>,
  facts: Facts,
): Decision {
  const removal = dialogue.receipts.find(({ id }) => id === command.receipt)?.removal;
  if (removal?.state !== 'asked') return NOTHING;
  switch (command.type) {
    case 'removed':
      return happen({ type: 'removed', receipt: command.receipt, due: dueFor(dialogue, facts, command.receipt) });
    case 'removalRefused':
      return happen({ type: 'removalFailed', receipt: command.receipt, detail: command.detail });
    case 'removalPostponed':
      return happen({ type: 'removalPutOff', receipt: command.receipt, until: command.until });
  }
}

/** Why an approved text is back on the table, with the yes that was given, if another gave it. */
export function hitch(
  why: Hitch['why'],
  publication: Publication,
  at: number,
  reason: string | null = null,
  detail: string | null = null,
): Hitch {
  return {
    why,
    at,
    reason,
    detail,
    inReplyTo: publication.inReplyTo,
    ...(publication.readTo === undefined ? {} : { readTo: publication.readTo }),
    ...ofMany(publication),
    ...chosen(chosenIn(publication)),
    approvedBy: placedAlone(publication) ? null : publication.approvedBy,
    hash: publication.hash,
  };
}

function ofMany({ many }: Publication): Pick<Publication, 'many'> {
  return many === undefined ? {} : { many };
}
