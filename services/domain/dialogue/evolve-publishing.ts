import { chosen, chosenIn } from './channel.ts';
import { type Person } from '../people.ts';
import { type Dialogue, type DialoguePost, type Holder } from './dialogue.ts';
import { changedWork, newWork } from './evolve-holding.ts';
import { type Happened } from './messages.ts';
import { type Attempt, placedAlone, type Publication, type Receipt, type Removal } from './publication.ts';

/** What a text does on its way to the network and back; null: the event changes nothing but the history. */
export function applyPublishing(d: Dialogue, event: Happened): Dialogue | null {
  switch (event.type) {
    case 'submitted': {
      const { writer } = event.concept;
      const stage = { name: 'drafted', ...held(d), submittedBy: writer, hitch: null } as const;
      return { ...d, concept: event.concept, stage, work: changedWork(d) };
    }
    case 'amended': {
      const stage = d.stage.name === 'drafted' ? { ...d.stage, hitch: null } : d.stage;
      return { ...d, concept: event.concept, stage, work: changedWork(d) };
    }
    case 'sentBack':
      return { ...d, stage: { name: 'claimed', ...held(d), remark: event.remark }, work: newWork(d, held(d).by) };
    case 'frozen': {
      const { publication } = event;
      const stage = { name: 'approved', ...held(d), publication } as const;
      return { ...d, publications: publication.number, stage, work: changedWork(d) };
    }
    case 'wentPublic': {
      const stage = { name: 'claimed', ...held(d), remark: null } as const;
      return { ...d, concept: event.concept, stage, work: changedWork(d) };
    }
    case 'stopped':
      return backOnTheTable(d, event);
    case 'heldBack':
      return withPublication(d, (publication) => ({ ...publication, held: event.pause }));
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
      const { lookAt } = event;
      return lookAt === null
        ? withPublication(d, (publication) => ({ ...publication, attempt: null }))
        : withAttempt(d, (attempt) => ({ ...attempt, lookAt, lookedUp: attempt.lookedUp + 1 }));
    }
    case 'published': {
      const { receipt, closesAt } = event;
      return {
        ...d,
        due: null,
        answeredAt: d.answeredAt ?? receipt.at,
        receipts: [...d.receipts, receipt],
        posts: [...d.posts, ourPost(receipt)],
        concept: null,
        stage: { name: 'answered', by: held(d).by, at: receipt.at, closesAt },
        work: changedWork(d),
      };
    }
    case 'answeredOutside': {
      const { receipt, due, ended } = event;
      return {
        ...d,
        due,
        answeredAt: d.answeredAt ?? receipt.at,
        receipts: [...d.receipts, receipt],
        posts: [...d.posts, { ...ourPost(receipt), outside: true }],
        wroteAt: d.version + 1,
        stage: ended === null ? d.stage : { name: 'answered', at: receipt.at, ...ended },
        // Somebody may be typing in a card that is being written in: the news comes as a line of its own there.
        work: d.stage.name === 'claimed' ? d.work : changedWork(d),
      };
    }
    case 'notPlaced': {
      const submittedBy = submitterOf(d);
      const stage = { name: 'drafted', ...held(d), submittedBy, hitch: event.hitch } as const;
      return { ...d, stage, work: changedWork(d) };
    }
    case 'misplaced': {
      const stage = d.stage.name === 'drafted' ? { ...d.stage, hitch: event.hitch } : d.stage;
      return { ...d, stage, work: changedWork(d) };
    }
    case 'removalAsked': {
      const { by, reason, at } = event;
      return withRemoval(d, event.receipt, () => ({
        by,
        reason,
        askedAt: at,
        state: 'asked',
        detail: null,
        tryAt: at,
        changedAt: 0,
      }));
    }
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
      const newest = d.posts.findLast((post) => post.from === 'us')?.id === event.receipt;
      return d.stage.name === 'answered' && newest
        ? { ...gone, due: event.due, stage: { name: 'waiting', had: d.stage.by } }
        : gone;
    }
    default:
      return null;
  }
}

function submitterOf(d: Dialogue): Person {
  if (d.stage.name === 'approved') return d.stage.publication.submittedBy;
  return d.stage.name === 'drafted' ? d.stage.submittedBy : held(d).by;
}

function held(d: Dialogue): { readonly by: Holder; readonly since: number } {
  if (!('since' in d.stage)) throw new Error(`dialogue ${d.id} is held by nobody in stage ${d.stage.name}`);
  return { by: d.stage.by, since: d.stage.since };
}

function ourPost(receipt: Receipt): DialoguePost {
  const { id, at, link, channel } = receipt;
  return { id, from: 'us', at, thanks: false, link, ...(channel === 'private' ? { private: true } : {}) };
}

/** Stopped within the undo time: what needed a yes is a draft again, what was placed alone is being written again. */
function backOnTheTable(d: Dialogue, event: Extract<Happened, { type: 'stopped' }>): Dialogue {
  if (d.stage.name !== 'approved') return d;
  const { by, since, publication } = d.stage;
  if (placedAlone(publication)) {
    return { ...d, stage: { name: 'claimed', by, since, remark: null }, work: changedWork(d) };
  }
  const hitch = {
    why: 'stopped',
    at: event.at,
    reason: null,
    detail: event.by.name,
    inReplyTo: publication.inReplyTo,
    ...(publication.readTo === undefined ? {} : { readTo: publication.readTo }),
    ...chosen(chosenIn(publication)),
    approvedBy: null,
    hash: publication.hash,
  } as const;
  const stage = { name: 'drafted', by, since, submittedBy: publication.submittedBy, hitch } as const;
  return { ...d, stage, work: changedWork(d) };
}

/** The card shows the way to the network, so it changes with every step of it. */
function withPublication(d: Dialogue, change: (publication: Publication) => Publication): Dialogue {
  if (d.stage.name !== 'approved') return d;
  return { ...d, stage: { ...d.stage, publication: change(d.stage.publication) }, work: changedWork(d) };
}

function withAttempt(d: Dialogue, change: (attempt: Attempt) => Attempt): Dialogue {
  return withPublication(d, (publication) => ({
    ...publication,
    attempt: publication.attempt && change(publication.attempt),
  }));
}

/** The receipt's message changes; the newest one does not when somebody may be typing in it. */
function withRemoval(d: Dialogue, id: string, change: (removal: Removal | null) => Removal | null): Dialogue {
  const receipts = d.receipts.map((receipt) => {
    const removal = receipt.id === id ? change(receipt.removal) : null;
    return removal ? { ...receipt, removal: { ...removal, changedAt: d.version + 1 } } : receipt;
  });
  return { ...d, receipts, work: d.stage.name === 'claimed' ? d.work : changedWork(d) };
}
