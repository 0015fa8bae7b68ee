import { type Person } from '../people.ts';
import { type Dialogue, type Holder, holderOf, type Stage, type WorkCard } from './dialogue.ts';
import { type Happened } from './messages.ts';
import { threatOf } from './threat.ts';

/** What posts, people and their claims change; null: the event is about a text on its way, see `applyPublishing`. */
export function applyHolding(d: Dialogue, event: Happened): Dialogue | null {
  switch (event.type) {
    case 'received':
      return {
        ...d,
        posts: [...d.posts, event.post],
        wroteAt: event.post.thanks ? d.wroteAt : d.version + 1,
        // Somebody may be typing in a card that is being written in: the news comes as a line of its own there.
        work: d.stage.name === 'claimed' ? d.work : changedWork(d),
      };
    case 'edited': {
      const change = { edition: event.edition, thanks: event.thanks, edited: { at: event.at, version: d.version + 1 } };
      return {
        ...d,
        posts: d.posts.map((post) => (post.id === event.post ? { ...post, ...change } : post)),
        due: event.due,
        wroteAt: event.thanks ? d.wroteAt : d.version + 1,
        work: d.stage.name === 'claimed' ? d.work : changedWork(d),
      };
    }
    case 'postGone':
      return {
        ...d,
        posts: d.posts.map((post) => (post.id === event.post ? { ...post, gone: event.at } : post)),
        due: event.due,
        wroteAt: d.posts.some(({ id }) => id === event.post) ? d.version + 1 : d.wroteAt,
        forgotAt: d.version + 1,
        // Also while somebody types: the words may not stay, and there is nothing left to say to them.
        work: changedWork(d),
      };
    case 'echoed': {
      const kind = event.how === 'copy' ? 'copies' : 'echoes';
      const { count, handles } = d[kind] ?? { count: 0, handles: [] };
      return { ...d, [kind]: { count: count + 1, handles: [...new Set([...handles, event.handle])].slice(0, 3) } };
    }
    case 'reacted': {
      const { count, handles } = d.reactions ?? { count: 0, handles: [] };
      return { ...d, reactions: { count: count + 1, handles: [event.handle, ...handles].slice(0, 3) } };
    }
    case 'foundAgain':
      return {
        ...d,
        posts: d.posts.map((post) =>
          post.id === event.post ? { ...post, foundBy: [...(post.foundBy ?? []), ...event.names] } : post,
        ),
      };
    case 'becameAsked': {
      const { account, municipality } = event;
      // A card that is typed in still names the account it had: Plaatsen on it is refused once, and comes back with this one.
      const wroteAt = account === d.account ? d.wroteAt : d.version + 1;
      const work = d.stage.name === 'claimed' ? d.work : changedWork(d);
      return { ...d, asked: true, account, municipality, wroteAt, work };
    }
    case 'followedUp':
      return {
        ...d,
        kind: event.interpretation.kind,
        topic: event.interpretation.topic,
        // Said of the words before.
        ...(d.urgent ? { urgent: false } : {}),
        due: event.due,
        stage: event.for ? claimedBy(event.for, event.at) : { name: 'waiting', had: event.had },
        work: event.for ? newWork(d, event.for) : d.work,
      };
    case 'raised': {
      const { kind, topic } = event.interpretation;
      return { ...d, kind, topic: topic ?? d.topic, due: event.due };
    }
    case 'claimed':
      return { ...d, stage: claimedBy(event.by, event.at), work: newWork(d, null) };
    case 'tookOver':
      return d.stage.name === 'drafted'
        ? { ...d, stage: { ...d.stage, by: event.by, since: event.at }, work: changedWork(d) }
        : { ...d, stage: claimedBy(event.by, event.at), work: newWork(d, null) };
    case 'released':
    case 'freed':
      return { ...d, stage: { name: 'waiting', had: event.by }, work: changedWork(d) };
    case 'claimExpired':
      // Who had it may be typing: the card stays as it is, and a click on it keeps the text.
      return { ...d, stage: { name: 'waiting', had: event.by } };
    case 'wasSetAside':
      return {
        ...d,
        due: null,
        stage: { name: 'setAside', by: event.by, at: event.at, reason: event.reason },
        ...threatOf(d, event),
        work: changedWork(d),
      };
    case 'finished':
      return {
        ...d,
        due: null,
        // Of what a department takes over nobody knows yet whether it was answered.
        answeredAt: d.answeredAt ?? (event.outcome === 'department' ? null : event.at),
        stage: { name: 'closed', had: holderOf(d.stage), by: event.by, at: event.at, outcome: event.outcome },
        work: changedWork(d),
      };
    case 'threatTold':
      return d.threat ? { ...d, threat: { ...d.threat, told: true } } : d;
    case 'closedItself':
      return {
        ...d,
        stage: { name: 'closed', had: holderOf(d.stage), by: null, at: event.at, outcome: 'replied' },
        work: changedWork(d),
      };
    case 'reopened':
      return { ...d, due: event.due, stage: { name: 'waiting', had: holderOf(d.stage) }, work: changedWork(d) };
    case 'keptApart':
      return { ...d, spare: event.concept };
    case 'kept':
      return { ...d, concept: event.concept, work: changedWork(d) };
    default:
      return null;
  }
}

function claimedBy(by: Holder, since: number): Stage {
  return { name: 'claimed', by, since, remark: null };
}

/** The same message shows something else, by a click on it or because nobody types in it. */
export function changedWork(d: Dialogue): WorkCard {
  return { ...d.work, changedAt: d.version + 1 };
}

/** A new message: the one before it may be in use, or nobody would notice a change of it. */
export function newWork(d: Dialogue, mention: Person | null): WorkCard {
  return { generation: d.work.generation + 1, changedAt: d.version + 1, mention };
}
