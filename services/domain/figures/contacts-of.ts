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
    const begun = beginning(step, contacts.at(-1));
    if (begun !== null) contacts.push(begun);
    const current = contacts.at(-1);
    if (current !== undefined) contacts[contacts.length - 1] = following(current, step);
  }
  return contacts;
}

/** Heropenen after a reply on the network says that more is owed: that is a new contact, from then on. */
function beginning({ event, after }: Step, last: Contact | undefined): Contact | null {
  switch (event.type) {
    case 'opened':
      return contactFrom(after, event.post.at, event.at, event.asked ? [] : (event.post.foundBy ?? []));
    case 'followedUp': {
      const words = after.posts.findLast(({ from, thanks }) => from === 'citizen' && !thanks);
      return contactFrom(after, words?.at ?? event.at, event.at, []);
    }
    case 'reopened':
      return last?.answer != null && !isByHand(last.answer) ? contactFrom(after, event.at, event.at, []) : null;
    default:
      return null;
  }
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
  if (after.due !== null || contact.due === null) return { ...same, due: after.due };
  // No answer is owed any more. What was missed by then is told, since a new reading takes it out of the norm.
  return {
    ...same,
    due: null,
    relabelled: same.relabelled || (event.type === 'interpreted' && contact.due <= event.at),
  };
}

function ended(contact: Contact, step: Step): Contact {
  const { event, before, after } = step;
  switch (event.type) {
    case 'published': {
      const { at, channel = 'public', by, holds } = event.receipt;
      return replied(contact, { at, way: channel, by }, holds);
    }
    case 'answeredOutside':
      return event.due === null ? replied(contact, { at: event.receipt.at, way: 'outside', by: null }) : contact;
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
    case 'raised':
      return contact.ending.how === 'gone' ? { ...contact, ending: { how: 'open' } } : contact;
    case 'reopened':
      return undone(contact, after);
    case 'removed':
      return after.stage.name === 'waiting' ? undone(contact, after) : contact;
    default:
      return contact;
  }
}

function replied(contact: Contact, reply: Reply, holds?: Instant): Contact {
  if (contact.ending.how !== 'open') return contact;
  const first = contact.first ?? reply;
  return holds === undefined
    ? { ...contact, first, answer: reply, ending: { how: 'answered' } }
    : { ...contact, first, promisedAt: holds };
}

function ending(contact: Contact, how: Ending): Contact {
  return contact.ending.how === 'open' ? { ...contact, ending: how } : contact;
}

/** The ending is taken back, and an answer with it, so that the first norm holds; a holding reply stands. */
function undone(contact: Contact, { due }: Dialogue): Contact {
  if (contact.ending.how === 'open') return contact;
  const held = contact.promisedAt !== null && contact.first !== contact.answer;
  const first = held ? contact.first : null;
  return { ...contact, due: contact.due ?? due, first, answer: null, ending: { how: 'open' } };
}

/** Told by a person, and so undone by one. */
function isByHand({ way }: Reply): boolean {
  return way !== 'public' && way !== 'private' && way !== 'outside';
}
