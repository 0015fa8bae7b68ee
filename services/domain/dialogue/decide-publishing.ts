import { addOpenDays } from '../open-time.ts';
import { dueFor } from './decide-holding.ts';
import { happen, NOTHING } from './decision.ts';
import { type Dialogue, type Stage } from './dialogue.ts';
import { type Facts } from './facts.ts';
import { type Decision, type WorldCommand } from './messages.ts';
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
type PublishingCommand = Exclude<WorldCommand, { type: 'receive' | 'elapse' }>;

/** The way of a frozen text to the network and of a placed reply off it. An answer to another publication changes nothing. */
export function decidePublishing(dialogue: Dialogue, command: PublishingCommand, facts: Facts): Decision {
  if ('receipt' in command) return decideRemoval(dialogue, command, facts);
  const { stage } = dialogue;
  if (stage.name !== 'approved') return NOTHING;
  if ('number' in command && command.number !== stage.publication.number) return NOTHING;
  switch (command.type) {
    case 'attempt':
      return decideAttempt(stage.publication, command.recovery, facts);
    case 'placed':
      return decidePlaced(dialogue.work.generation, stage, command, facts);
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

function decideAttempt(publication: Publication, recovery: number, { at }: Facts): Decision {
  if (publication.attempt !== null || at < publication.placeAt) return NOTHING;
  if (at > publication.dueAt + TOO_LATE) return happen({ type: 'notPlaced', hitch: hitch('late', publication, at) });
  const deadline = at + ATTEMPT_WINDOW;
  return happen({ type: 'attempted', number: publication.number, deadline, lookAt: deadline + recovery });
}

function decidePlaced(
  generation: number,
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
    generation,
    removal: null,
  };
  const closesAt = addOpenDays((a, b) => facts.openHours(a, b), command.at, facts.settings.instruction.closeAfterDays);
  return happen({ type: 'published', receipt, closesAt });
}

/** Looked up and not found: once more later, and then the identical text is sent again. */
function decideNotFound({ attempt }: Publication, { at }: Facts): Decision {
  if (attempt === null) return NOTHING;
  const again = attempt.lookedUp + 1 < LOOK_UPS;
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
      return happen({
        type: 'removed',
        receipt: command.receipt,
        due: dueFor(withoutReply(dialogue, command.receipt), facts),
      });
    case 'removalRefused':
      return happen({ type: 'removalFailed', receipt: command.receipt, detail: command.detail });
    case 'removalPostponed':
      return happen({ type: 'removalPutOff', receipt: command.receipt, until: command.until });
  }
}

function withoutReply(dialogue: Dialogue, receipt: string): Dialogue {
  return { ...dialogue, posts: dialogue.posts.filter((post) => post.id !== receipt) };
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
    approvedBy: placedAlone(publication) ? null : publication.approvedBy,
    hash: publication.hash,
  };
}
