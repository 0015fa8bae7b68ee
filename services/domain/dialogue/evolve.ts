import { clockAfter } from './by-time/clock.ts';
import { type CourseLine, type Dialogue, OWN_POST } from './dialogue.ts';
import { applyDepartment, askedNoMore } from './department-yes/evolve-department.ts';
import { applyHolding } from './evolve-holding.ts';
import { applyPublishing } from './evolve-publishing.ts';
import { applyInterpreting } from './interpreting/evolve-interpreting.ts';
import { applyListed, offListWhenHeld } from './listed/evolve-listed.ts';
import { applyHandingOver } from './handing-over/evolve-handing-over.ts';
import { applyPassedOn, withoutPassedOn } from './handing-over/passed-on.ts';
import { applyPromises } from './promises/evolve-promises.ts';
import { withPromises } from './promises/with-promises.ts';
import { type DialogueEvent, type Happened } from './messages.ts';
import { applyTogether, withRewritten } from './together/evolve-together.ts';
import { applyQuestions, isOfQuestion } from './questions/evolve-questions.ts';

/** The course of events on a card shows this many lines; all of it is in the events. */
const COURSE_LINES = 15;

/** What the root card does not show: no message is spent on it. */
const BEHIND_THE_FACE: ReadonlySet<DialogueEvent['type']> = new Set([
  'foundAgain',
  'kept',
  'keptApart',
  'holdingKept',
  'revealed',
  'amended',
  'attempted',
  'postponed',
  'becameUnclear',
  'lookedUp',
  'removalAsked',
  'removalPutOff',
  'removalFailed',
  'claimReminded',
  'claimResumed',
  'nudged',
  'standByTold',
  'standByUnreached',
  'questionReminded',
  'departmentAsked',
  'departmentUnreachable',
  'threatTold',
]);

/** The dialogue after an event. Pure, and total: it never refuses, for what happened has happened. */
export function evolve(before: Dialogue | null, event: Happened): Dialogue {
  const after = changed(before, event);
  return { ...after, clock: clockAfter(before, after, event) };
}

function changed(before: Dialogue | null, event: Happened): Dialogue {
  if (before === null) {
    if (event.type === 'begun') return begun(event);
    if (event.type !== 'opened')
      throw new Error(`a dialogue begins with "opened" or "begun", not with "${event.type}"`);
    return opened(event);
  }
  const applied = isOfQuestion(event)
    ? applyQuestions(before, event)
    : (applyPromises(before, event) ??
      applyHandingOver(before, event) ??
      applyPassedOn(before, event) ??
      applyHolding(before, event) ??
      applyPublishing(before, event) ??
      applyInterpreting(before, event) ??
      applyDepartment(before, event) ??
      applyListed(before, event) ??
      applyTogether(before, event));
  const now = offListWhenHeld(withPromises(before, withoutPassedOn(applied ?? before, event), event));
  const after = withRewritten(before, now, event);
  const version = before.version + 1;
  const faceAt = isOnTheFace(after, event) ? version : before.faceAt;
  return { ...askedNoMore(after), version, faceAt, course: withLine(before.course, event) };
}

export function evolveAll(before: Dialogue | null, events: readonly Happened[]): Dialogue {
  const after = events.reduce<Dialogue | null>(evolve, before);
  if (after === null) throw new Error('a dialogue without events does not exist');
  return after;
}

function isOnTheFace(after: Dialogue, event: DialogueEvent): boolean {
  const { own, echoes, copies, reactions } = after;
  const { type } = event;
  if (type === 'departmentUnreachable') return after.askedDepartment?.takeOver !== undefined;
  if (type === 'echoed') return isShownCount((event.how === 'copy' ? copies : echoes)?.count ?? 0);
  if (type === 'reacted') return isShownCount(reactions?.count ?? 0);
  // The root card of an own post shows the very words that are being written.
  return !BEHIND_THE_FACE.has(type) || (own === true && (type === 'kept' || type === 'amended'));
}

/** The first three are shown at once and then every tenth: each showing is an edit, and Teams counts those. */
function isShownCount(count: number): boolean {
  return count <= 3 || count % 10 === 0;
}

function opened(event: Extract<Happened, { type: 'opened' }>): Dialogue {
  return {
    id: event.dialogue,
    version: 1,
    mode: event.mode,
    network: event.network,
    ...(event.via === undefined ? {} : { via: event.via }),
    thread: event.thread,
    citizen: event.citizen,
    asked: event.asked,
    account: event.account,
    municipality: event.interpretation.municipality,
    ...(event.storm === undefined ? {} : { storm: event.storm }),
    kind: event.interpretation.kind,
    topic: event.interpretation.topic,
    posts: [event.post],
    wroteAt: 1,
    due: event.due,
    answeredAt: null,
    concept: null,
    spare: null,
    receipts: [],
    publications: 0,
    work: { generation: 0, changedAt: 0, mention: null },
    faceAt: 1,
    course: withLine([], event),
    stage: { name: 'waiting', had: null },
  };
}

function begun(event: Extract<Happened, { type: 'begun' }>): Dialogue {
  const { account } = event;
  return {
    id: event.dialogue,
    version: 1,
    mode: event.mode,
    network: event.network,
    own: true,
    thread: event.dialogue,
    citizen: { id: `own:${account}`, handle: account, name: '' },
    asked: false,
    account,
    municipality: event.municipality,
    kind: OWN_POST,
    topic: null,
    posts: [],
    wroteAt: 0,
    due: null,
    answeredAt: null,
    concept: event.concept,
    spare: null,
    receipts: [],
    publications: 0,
    work: { generation: 1, changedAt: 1, mention: null },
    faceAt: 1,
    course: withLine([], event),
    stage: { name: 'claimed', by: event.by, since: event.at, remark: null },
  };
}

function withLine(course: readonly CourseLine[], event: Happened): readonly CourseLine[] {
  if (event.type === 'echoed' || event.type === 'reacted') return course;
  const more =
    event.type === 'interpreted'
      ? { read: { from: event.from, to: event.to } }
      : event.type === 'handedOver'
        ? { to: event.to.name }
        : event.type === 'passedOn'
          ? { to: event.phone === null ? event.department : `${event.department} (${event.phone})` }
          : {};
  return [...course, { at: event.at, what: nameOf(event), who: actorOf(event), ...more }].slice(-COURSE_LINES);
}

/** How a reply came to stand there is told apart, for a person's word is no proof. */
function nameOf(event: DialogueEvent): string {
  if (event.type === 'notPlaced' && event.hitch.why === 'by-hand') return 'toPlaceByHand';
  if (event.type === 'notPlaced' && event.hitch.why === 'unsure') return 'becameUnsure';
  if (event.type !== 'published') return event.type;
  if (event.receipt.holds !== undefined) return 'heldOff';
  if (!event.receipt.byHand) return event.receipt.channel === 'private' ? 'sentPrivately' : event.type;
  return event.receipt.byHand.checked ? 'placedByHand' : 'reportedPlaced';
}

function actorOf(event: DialogueEvent): string | null {
  if (event.type === 'answeredOutside') return event.receipt.by.name;
  if (event.type === 'published') return event.receipt.byHand?.by.name ?? null;
  if (event.type === 'questionAsked') return `${event.by.name} → ${event.to.name}`;
  if (event.type === 'questionWentOn') return `${event.from.name} → ${event.to.name}`;
  if ('by' in event && event.by !== undefined) return event.by.name;
  if ('concept' in event) return event.concept.writer.name;
  if (event.type === 'frozen') return event.publication.approvedBy.name;
  return null;
}
