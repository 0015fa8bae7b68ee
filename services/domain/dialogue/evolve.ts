import { type CourseLine, type Dialogue, type DialoguePost, type Holder, holderOf, type WorkCard } from './dialogue.ts';
import { type DialogueEvent, type Happened } from './messages.ts';
import { type Attempt, type Publication, type Receipt, type Removal } from './publication.ts';
import { type Person } from '../people.ts';

/** The course of events on a card shows this many lines; all of it is in the events. */
const COURSE_LINES = 15;

/** The dialogue after an event. Pure, and total: it never refuses, for what happened has happened. */
export function evolve(before: Dialogue | null, event: Happened): Dialogue {
  if (before === null) {
    if (event.type !== 'opened') throw new Error(`a dialogue begins with "opened", not with "${event.type}"`);
    return opened(event);
  }
  const after = apply(before, event);
  return { ...after, version: before.version + 1, course: withLine(before.course, event) };
}

export function evolveAll(before: Dialogue | null, events: readonly Happened[]): Dialogue {
  const after = events.reduce<Dialogue | null>(evolve, before);
  if (after === null) throw new Error('a dialogue without events does not exist');
  return after;
}

function opened(event: Extract<Happened, { type: 'opened' }>): Dialogue {
  return {
    id: event.dialogue,
    version: 1,
    mode: event.mode,
    network: event.network,
    thread: event.thread,
    citizen: event.citizen,
    asked: event.asked,
    account: event.account,
    municipality: event.interpretation.municipality,
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
    course: withLine([], event),
    stage: { name: 'waiting', had: null },
  };
}

function apply(d: Dialogue, event: Happened): Dialogue {
  const version = d.version + 1;
  const touched = (mention: Person | null = d.work.mention): WorkCard => ({ ...d.work, changedAt: version, mention });
  const fresh = (mention: Person | null): WorkCard => ({
    generation: d.work.generation + 1,
    changedAt: version,
    mention,
  });
  switch (event.type) {
    case 'opened':
      return d;
    case 'received':
      return { ...d, posts: [...d.posts, event.post], wroteAt: event.post.thanks ? d.wroteAt : version };
    case 'followedUp':
      return {
        ...d,
        kind: event.interpretation.kind,
        topic: event.interpretation.topic ?? d.topic,
        due: event.due,
        concept: null,
        stage: event.for ? claimed(event.for, event.at) : { name: 'waiting', had: event.had },
        work: event.for ? fresh(event.for) : d.work,
      };
    case 'claimed':
      return { ...d, stage: claimed(event.by, event.at), work: fresh(null) };
    case 'tookOver':
      return d.stage.name === 'drafted'
        ? { ...d, stage: { ...d.stage, by: event.by, since: event.at }, work: touched() }
        : { ...d, stage: claimed(event.by, event.at), work: fresh(null) };
    case 'released':
      return { ...d, stage: { name: 'waiting', had: event.by }, work: touched() };
    case 'wasSetAside':
      return {
        ...d,
        due: null,
        stage: { name: 'setAside', by: event.by, at: event.at, reason: event.reason },
        work: touched(),
      };
    case 'finished':
      return {
        ...d,
        due: null,
        answeredAt: d.answeredAt ?? event.at,
        stage: { name: 'closed', had: holderOf(d.stage), by: event.by, at: event.at, outcome: event.outcome },
        work: touched(),
      };
    case 'closedItself':
      return {
        ...d,
        stage: { name: 'closed', had: holderOf(d.stage), by: null, at: event.at, outcome: 'replied' },
        work: touched(),
      };
    case 'reopened':
      return { ...d, due: event.due, stage: { name: 'waiting', had: holderOf(d.stage) }, work: touched() };
    case 'revealed':
      return d;
    case 'kept':
      return { ...d, concept: event.concept, work: touched() };
    case 'keptApart':
      return { ...d, spare: event.concept };
    case 'submitted':
      return {
        ...d,
        concept: event.concept,
        stage: { name: 'drafted', by: heldBy(d), since: event.at, submittedBy: event.concept.writer, hitch: null },
        work: touched(null),
      };
    case 'amended':
      return {
        ...d,
        concept: event.concept,
        stage: d.stage.name === 'drafted' ? { ...d.stage, since: event.at, hitch: null } : d.stage,
        work: touched(),
      };
    case 'sentBack':
      return { ...d, stage: { ...claimed(heldBy(d), event.at), remark: event.remark }, work: fresh(heldBy(d)) };
    case 'frozen':
      return {
        ...d,
        publications: event.publication.number,
        stage: { name: 'approved', by: heldBy(d), since: event.at, publication: event.publication },
        work: touched(),
      };
    case 'stopped':
      return backOnTheTable(d, event.at, event.by, version);
    case 'attempted':
      return withPublication(d, (publication) => ({
        ...publication,
        attempt: { startedAt: event.at, deadline: event.deadline, lookAt: event.lookAt, lookedUp: 0, unclear: null },
      }));
    case 'postponed':
      return withPublication(d, (publication) => ({ ...publication, placeAt: event.until, attempt: null }));
    case 'becameUnclear':
      return withAttempt(d, (attempt) => ({ ...attempt, unclear: event.detail }));
    case 'lookedUp': {
      const lookAt = event.lookAt;
      return lookAt === null
        ? withPublication(d, (publication) => ({ ...publication, attempt: null }))
        : withAttempt(d, (attempt) => ({ ...attempt, lookAt, lookedUp: attempt.lookedUp + 1 }));
    }
    case 'published':
      return {
        ...d,
        due: null,
        answeredAt: d.answeredAt ?? event.receipt.at,
        receipts: [...d.receipts, event.receipt],
        posts: [...d.posts, ourPost(event.receipt)],
        concept: null,
        stage: { name: 'answered', by: heldBy(d), at: event.receipt.at, closesAt: event.closesAt },
        work: touched(),
      };
    case 'notPlaced': {
      const submittedBy = d.stage.name === 'approved' ? d.stage.publication.submittedBy : heldBy(d);
      return {
        ...d,
        stage: { name: 'drafted', by: heldBy(d), since: event.at, submittedBy, hitch: event.hitch },
        work: touched(),
      };
    }
    case 'removalAsked':
      return withRemoval(d, event.receipt, () => ({
        by: event.by,
        reason: event.reason,
        askedAt: event.at,
        state: 'asked',
        detail: null,
        tryAt: event.at,
      }));
    case 'removalPutOff':
      return withRemoval(d, event.receipt, (removal) => removal && { ...removal, tryAt: event.until });
    case 'removalFailed':
      return withRemoval(
        d,
        event.receipt,
        (removal) => removal && { ...removal, state: 'refused', detail: event.detail },
      );
    case 'removed': {
      const gone = withRemoval(d, event.receipt, (removal) => removal && { ...removal, state: 'done' });
      return d.stage.name === 'answered'
        ? { ...gone, due: event.due, stage: { name: 'waiting', had: d.stage.by } }
        : gone;
    }
  }
}

function claimed(by: Holder, since: number): Extract<Dialogue['stage'], { name: 'claimed' }> {
  return { name: 'claimed', by, since, remark: null };
}

function heldBy(d: Dialogue): Holder {
  const holder = holderOf(d.stage);
  if (holder === null) throw new Error(`dialogue ${d.id} is held by nobody in stage ${d.stage.name}`);
  return holder;
}

function ourPost(receipt: Receipt): DialoguePost {
  return { id: receipt.id, from: 'us', at: receipt.at, thanks: false, link: receipt.link };
}

/** Stopped within the undo time: what needed a yes is a draft again, what was placed alone is being written again. */
function backOnTheTable(d: Dialogue, at: number, by: Person, version: number): Dialogue {
  if (d.stage.name !== 'approved') return d;
  const { publication } = d.stage;
  const work = { ...d.work, changedAt: version };
  if (publication.approvedBy.email === publication.submittedBy.email)
    return { ...d, stage: claimed(d.stage.by, at), work };
  const hitch = {
    why: 'stopped',
    at,
    reason: null,
    detail: by.name,
    approvedBy: null,
    hash: publication.hash,
  } as const;
  return {
    ...d,
    stage: { name: 'drafted', by: d.stage.by, since: at, submittedBy: publication.submittedBy, hitch },
    work,
  };
}

function withPublication(d: Dialogue, change: (publication: Publication) => Publication): Dialogue {
  return d.stage.name === 'approved' ? { ...d, stage: { ...d.stage, publication: change(d.stage.publication) } } : d;
}

function withAttempt(d: Dialogue, change: (attempt: Attempt) => Attempt): Dialogue {
  return withPublication(d, (publication) => ({
    ...publication,
    attempt: publication.attempt && change(publication.attempt),
  }));
}

function withRemoval(d: Dialogue, id: string, change: (removal: Removal | null) => Removal | null): Dialogue {
  const receipts = d.receipts.map((receipt) =>
    receipt.id === id ? { ...receipt, removal: change(receipt.removal) } : receipt,
  );
  return { ...d, receipts, work: { ...d.work, changedAt: d.version + 1 } };
}

function withLine(course: readonly CourseLine[], event: Happened): readonly CourseLine[] {
  return [...course, { at: event.at, what: event.type, who: actorOf(event) }].slice(-COURSE_LINES);
}

function actorOf(event: DialogueEvent): string | null {
  if ('by' in event) return event.by.name;
  if ('concept' in event) return event.concept.writer.name;
  if (event.type === 'frozen') return event.publication.approvedBy.name;
  return null;
}
