import { type Person } from '../people.ts';
import { address, approversFor, attending } from './attending.ts';
import { remindersOf } from './by-time/reminders.ts';
import { type Dialogue, holderOf, samePerson } from './dialogue.ts';
import { nothingToAnswer, postToAnswer } from './what-to-answer.ts';
import { type Facts } from './facts.ts';
import { isListed } from './listed/place-in-storm.ts';
import { type Announcement, type DialogueEvent } from './messages.ts';
import { isOfQuestion } from './questions/evolve-questions.ts';
import { newsOfQuestion } from './questions/question-announcements.ts';
import { whoseYes } from './department-yes/whose-yes.ts';

const EMPTY = { by: null, post: null, before: null, after: null };

/**
 * The new lines in the thread that an event asks for: only where somebody else must now do something, for every message
 * costs the whole channel attention. `after` is the dialogue after all events of the decision. Never addressed to nobody.
 */
export function announcementsOf(event: DialogueEvent, after: Dialogue, facts: Facts): readonly Announcement[] {
  // It has no thread: the list card shows it.
  if (isListed(after)) return [];
  if (isOfQuestion(event)) return newsOfQuestion(event, after, facts);
  switch (event.type) {
    case 'submitted':
      return askApproval(event.concept.writer, after, facts);
    case 'tookOver':
      return address([event.from], { what: 'taken-over', ...EMPTY, by: event.by });
    case 'handedOver':
      // Who writes gets a work card of their own, with the mention in it.
      return after.stage.name === 'drafted'
        ? address([event.to], { what: 'handed-over', ...EMPTY, by: event.by, after: event.remark })
        : [];
    case 'departmentUnreached':
      return after.passedOn ? address([after.passedOn.by], { what: 'department-unreached', ...EMPTY }) : [];
    case 'cameBack':
      return cameBack(event, after, facts);
    case 'finished':
      return event.outcome === 'department' && !facts.settings.team.some((one) => samePerson(one, event.by))
        ? address(attending(after, facts), { what: 'department-took', ...EMPTY, by: event.by })
        : [];
    case 'received':
      return event.post.thanks || !inUse(after) ? [] : citizenWrote(after, facts);
    case 'answeredOutside':
      return isInHand(after)
        ? address(attending(after, facts), { what: 'answered-outside', ...EMPTY, post: event.receipt.id })
        : [];
    case 'notPlaced':
      if (event.hitch.why === 'outside') return [];
      if (event.hitch.why === 'by-hand') return placeByHand(event.hitch.approvedBy, after, facts);
      return event.hitch.why === 'overtaken'
        ? [...citizenWrote(after, facts), ...(event.hitch.approvedBy === null ? [] : askAgain(after, facts))]
        : address(attending(after, facts), { what: 'not-placed', ...EMPTY, after: event.hitch.detail });
    case 'stopped':
      return samePerson(holderOf(after.stage), event.by)
        ? []
        : address(
            attending(after, facts).filter((one) => !samePerson(one, event.by)),
            { what: 'not-placed', ...EMPTY, by: event.by },
          );
    case 'edited':
      return event.thanks || !inUse(after) ? [] : citizenWrote(after, facts);
    case 'postGone':
      return postGone(after, facts);
    case 'followedUp':
      return event.for ? [] : citizenWrote(after, facts);
    case 'amended':
      return event.asksAgain ? askApproval(event.concept.writer, after, facts) : tellWriter(event, after);
    case 'approverLeft':
      return askAgain(after, facts);
    case 'removalFailed':
      return address(attending(after, facts), { what: 'removal-refused', ...EMPTY, after: event.detail });
    case 'claimReminded':
    case 'claimExpired':
    case 'nudged':
    case 'standByCalled':
    case 'standByUnreached':
      return remindersOf(event, after, facts);
    default:
      return [];
  }
}

/** Somebody has a text for it. */
function isInHand({ stage }: Dialogue): boolean {
  return stage.name === 'claimed' || stage.name === 'drafted' || stage.name === 'approved';
}

/**
 * A card in use is not touched: the news comes as a new line. Where another event of the same decision changed the work
 * card after the citizen's words, that event brings the news.
 */
function inUse({ stage, work, wroteAt }: Dialogue): boolean {
  return (stage.name === 'claimed' || stage.name === 'drafted') && work.changedAt <= wroteAt;
}

/** New words, or other words in a post that we had. */
function citizenWrote(after: Dialogue, facts: Facts): readonly Announcement[] {
  const edited = after.posts.find((post) => post.edited?.version === after.wroteAt);
  const post = edited?.id ?? postToAnswer(after)?.id ?? null;
  const what = edited === undefined ? 'citizen-wrote' : 'citizen-edited';
  return address(attending(after, facts), { what, ...EMPTY, post });
}

/** Who has it must now end it. A text that came back with it is told of by itself. */
function postGone(after: Dialogue, facts: Facts): readonly Announcement[] {
  const { stage } = after;
  const working = stage.name === 'claimed' || (stage.name === 'drafted' && stage.hitch?.reason !== 'post-deleted');
  return working && nothingToAnswer(after)
    ? address(attending(after, facts), { what: 'citizen-deleted', ...EMPTY })
    : [];
}

/** Who gets it back has a new work card of their own, with the mention in it. */
function cameBack(
  { promise, for: whom }: Extract<DialogueEvent, { type: 'cameBack' }>,
  after: Dialogue,
  facts: Facts,
): readonly Announcement[] {
  if (whom !== null) return [];
  return address(attending(after, facts), {
    what: 'came-back',
    ...EMPTY,
    before: promise.by.name,
    after: promise.note,
  });
}

/** Who placed alone has the card before them; after another's yes somebody must now place it. */
function placeByHand(by: Person | null, after: Dialogue, facts: Facts): readonly Announcement[] {
  if (by === null) return [];
  const them = attending(after, facts).filter((one) => !samePerson(one, by));
  return address(them, { what: 'place-by-hand', ...EMPTY, by });
}

/** A department is asked in its own chats. */
function askApproval(by: Person, after: Dialogue, facts: Facts): readonly Announcement[] {
  if (whoseYes(after, facts.settings).who === 'department') return [];
  const approvers = approversFor(after, facts).filter((member) => !samePerson(member, by));
  return address(approvers, { what: 'approval-asked', ...EMPTY, by });
}

function askAgain(after: Dialogue, facts: Facts): readonly Announcement[] {
  return after.stage.name === 'drafted' ? askApproval(after.stage.submittedBy, after, facts) : [];
}

/** Who wrote the text sees what an approver made of it while it can still be stopped. */
function tellWriter(
  { concept, before }: Extract<DialogueEvent, { type: 'amended' }>,
  { stage }: Dialogue,
): readonly Announcement[] {
  if (stage.name !== 'approved' || samePerson(stage.publication.submittedBy, concept.writer)) return [];
  const { writer, text } = concept;
  return address([stage.publication.submittedBy], { ...EMPTY, what: 'amended', by: writer, before, after: text });
}
