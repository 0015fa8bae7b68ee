import { type Dialogue } from '../dialogue/dialogue.ts';
import { evolve } from '../dialogue/evolve.ts';
import { type Happened } from '../dialogue/messages.ts';
import { nothingToAnswer } from '../dialogue/what-to-answer.ts';
import { type Instant } from '../instant.ts';
import { type Contact, contactFrom, type Ending, type Reply } from './contact.ts';

/** An event with the dialogue before and after it. */
export interface Step {
  readonly event: Happened;
  readonly before: Dialogue | null;
  readonly after: Dialogue;
}

/** A whole history, oldest first, with the dialogue beside it. */
export function stepsOf(history: readonly Happened[]): readonly Step[] {
  let before: Dialogue | null = null;
  return history.map((event) => {
    const after = evolve(before, event);
    const step = { event, before, after };
    before = after;
    return step;
  });
}

/** The contacts of one dialogue, oldest first; none of an own post, since nobody asked anything. */
export function contactsOf(steps: readonly Step[]): readonly Contact[] {
  const contacts: Contact[] = [];
  for (const step of steps) {
    const before = contacts.at(-1) ?? null;
    const now = before === null ? null : following(before, step);
    if (now !== null) contacts[contacts.length - 1] = now;
    const begun = beginning(step, before, now);
    if (begun !== null) contacts.push(begun);
  }
  return contacts;
}

/** `before` and `now`: the last contact, before and after this event. */
function beginning({ event, after }: Step, before: Contact | null, now: Contact | null): Contact | null {
  const ended = before !== null && before.ending.how !== 'open';
  switch (event.type) {
    case 'opened':
      return contactFrom(after, event.post.at, event.at, event.asked ? [] : (event.post.foundBy ?? []));
    case 'followedUp':
      // Told when the answer comes, somebody wrote more: that is the same contact.
      return ended ? contactFrom(after, saidLast(after) ?? event.at, event.at, []) : null;
    case 'received':
      // It came back by itself, or all words before were taken back: nothing follows upon these words then.
      return ended && !event.post.thanks && !isOver(after) ? contactFrom(after, event.post.at, event.at, []) : null;
    case 'answeredOutside':
      // These words were said after that answer.
      return before !== now && event.due !== null
        ? contactFrom(after, saidLast(after) ?? event.at, event.at, [])
        : null;
    case 'reopened':
      // After a reply on the network more is owed, from now on.
      return isOnNetwork(before) ? contactFrom(after, event.at, event.at, []) : null;
    default:
      return null;
  }
}

/** When the citizen wrote, or rewrote, the newest words that are more than thanks. */
function saidLast({ posts }: Dialogue): Instant | null {
  const said = posts
    .filter(({ from, thanks, gone }) => from === 'citizen' && !thanks && gone === undefined)
    .map(({ at, edited }) => edited?.at ?? at);
  return said.length === 0 ? null : Math.max(...said);
}

function isOver({ stage }: Dialogue): boolean {
  return stage.name === 'answered' || stage.name === 'closed' || stage.name === 'setAside';
}

function following(contact: Contact, step: Step): Contact {
  const now = ended(pickedUp(contact, step), step);
  return now.ending.how === 'open' ? read(now, step) : now;
}

const PICKS_UP: ReadonlySet<Happened['type']> = new Set([
  'claimed',
  'takenFromList',
  'handedOver',
  'frozenForMany',
  'wasSetAside',
  'finished',
  'passedOn',
]);

/** By whoever did something with it first; what comes back to its holder by itself is picked up by nobody. */
function pickedUp(contact: Contact, { event }: Step): Contact {
  const first = contact.pickedUpAt === null && contact.ending.how === 'open' && PICKS_UP.has(event.type);
  return first ? { ...contact, pickedUpAt: event.at } : contact;
}

/** How it is read, for as long as it is open; from the first reply on the norm stands. */
function read(contact: Contact, { before, after, event }: Step): Contact {
  const { kind, topic, asked } = after;
  const same = { ...contact, kind, topic, asked };
  const undoing = event.type === 'reopened' || event.type === 'removed';
  if (contact.first !== null || before?.due === after.due || undoing) return same;
  // What was missed by then is told, since another reading takes it out of the norm, or gives it more time.
  const missed = contact.due !== null && contact.due <= event.at;
  const excused = missed && (after.due === null || after.due > event.at);
  return { ...same, due: after.due, relabelled: same.relabelled || (event.type === 'interpreted' && excused) };
}

function ended(contact: Contact, step: Step): Contact {
  const { event, before, after } = step;
  switch (event.type) {
    case 'published': {
      const { at, channel = 'public', by, holds } = event.receipt;
      return replied(contact, { at, way: channel, by }, holds);
    }
    case 'answeredOutside':
      return replied(contact, { at: event.receipt.at, way: 'outside', by: null });
    case 'finished': {
      const { at, by, outcome } = event;
      if (outcome !== 'department')
        return replied(contact, { at, way: outcome === 'replied' ? 'public' : outcome, by });
      return ending(contact, { how: 'handedOver', at, department: before?.askedDepartment?.department ?? '' });
    }
    case 'wasSetAside':
      return ending(contact, { how: 'aside', at: event.at, reason: event.reason });
    case 'passedOn':
      return ending(contact, { how: 'handedOver', at: event.at, department: event.department });
    case 'postGone': {
      const nothing = contact.due !== null && after.due === null && nothingToAnswer(after);
      return nothing ? ending(contact, { how: 'gone', at: event.at }) : contact;
    }
    case 'reopened':
      return isOnNetwork(contact) ? contact : undone(contact, after);
    case 'removed':
      return takenOff(contact, step);
    default:
      return contact;
  }
}

function replied(contact: Contact, reply: Reply, holds?: Instant): Contact {
  if (contact.ending.how !== 'open') return contact;
  const first = contact.first ?? reply;
  if (holds === undefined) return { ...contact, first, answer: reply, ending: { how: 'answered' } };
  const late = contact.promisedAt !== null && contact.promisedAt < reply.at;
  return { ...contact, first, promisedAt: holds, broken: contact.broken + (late ? 1 : 0) };
}

function ending(contact: Contact, how: Ending): Contact {
  return contact.ending.how === 'open' ? { ...contact, ending: how } : contact;
}

/** The newest reply was taken off and the dialogue waits again, or it was the holding reply, which then never was. */
function takenOff(contact: Contact, { event, before, after }: Step): Contact {
  if (before?.stage.name === 'answered' && after.stage.name === 'waiting') return undone(contact, after);
  const receipt = event.type === 'removed' ? before?.receipts.find(({ id }) => id === event.receipt) : undefined;
  const held = receipt?.holds !== undefined && contact.first?.at === receipt.at;
  return held ? { ...contact, first: contact.answer } : contact;
}

/** The ending is taken back, and an answer with it, so that the first norm holds; a holding reply stands. */
function undone(contact: Contact, { due }: Dialogue): Contact {
  if (contact.ending.how === 'open') return contact;
  const held = contact.promisedAt !== null && contact.first !== contact.answer;
  const first = held ? contact.first : null;
  return { ...contact, due: contact.due ?? due, first, answer: null, ending: { how: 'open' } };
}

/** Answered there: it stands, and no person can take it back by saying so. */
function isOnNetwork(contact: Contact | null): boolean {
  const way = contact?.answer?.way;
  return way === 'public' || way === 'private' || way === 'outside';
}
