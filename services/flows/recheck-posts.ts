import { quotedPosts } from '../domain/dialogue/post-texts.ts';
import { DAY, MINUTE } from '../domain/instant.ts';
import { type StoredDialogue } from '../ports/dialogue-store.ts';
import { type Lease } from '../ports/lease.ts';
import { type Network, type Rechecked, RECHECKED_AT_ONCE } from '../ports/network.ts';
import { takeInRechecked } from './recheck-post.ts';
import { beginRound, daysToRecheck, isTimeFor, type RecheckRound, roundIn } from './recheck-round.ts';
import { type World } from './world.ts';

/** Longer than 100 dialogues and one question to the network take. */
const LEASE_TIME = 2 * MINUTE;

/** What one dialogue keeps of others: its own citizen's posts of a day, and what those quote. */
interface Kept {
  readonly stored: StoredDialogue;
  readonly posts: readonly string[];
}

/**
 * Looks up again what became of all posts of citizens that are kept of the last 30 days, or of as many as the settings say, and does to ours what was done to
 * theirs. Once a night, unless told otherwise; how far it got is kept in the lease, so that another instance goes on after a
 * crash and a network that asks to wait is left alone. Gives the round when it ended, null when there was nothing to do or more to come.
 * Storage: a query per dialogue and posting day, a page of the index per day, and two writes per 100 posts.
 */
export async function recheckPosts(world: World, network: Network): Promise<RecheckRound | null> {
  const days = daysToRecheck(world, network.name);
  if (days === 0) return null;
  const lease = await world.leases.acquire(recheckLease(network), world.instance, LEASE_TIME);
  if (lease === null || !isTimeFor(world, roundIn(lease.value))) return null;
  const before = roundIn(lease.value);
  const round = before === null || before.done ? beginRound(world, days) : before;
  const ended = await lookAgain(world, network, lease, round);
  if (ended !== null) {
    const { checked, gone, edited, unknown } = ended;
    world.log.info('stored posts were looked up again', { network: network.name, checked, gone, edited, unknown });
  }
  return ended;
}

/** Name of the lease under which it is done; it keeps how far it got. */
export function recheckLease(network: Network): string {
  return `recheck:${network.name}`;
}

async function lookAgain(
  world: World,
  network: Network,
  lease: Lease,
  begun: RecheckRound,
): Promise<RecheckRound | null> {
  let round = begun;
  const save = async (next: RecheckRound): Promise<boolean> => {
    round = next;
    const held = await world.leases.acquire(lease.name, world.instance, LEASE_TIME);
    return held?.fence === lease.fence && (await world.leases.save(lease, JSON.stringify(next)));
  };
  for (; round.day < round.days;) {
    const day = utcDay(round.startedAt - round.day * DAY);
    let kept: Kept[] = [];
    const flush = async (next: Partial<RecheckRound>): Promise<boolean> => {
      const checked = await check(world, network, kept);
      kept = [];
      if (typeof checked === 'number') {
        await save({ ...round, notBefore: checked });
        return false;
      }
      return save({ ...added(round, checked), ...next });
    };
    for await (const stored of world.store.postedOn(network.name, day, round.after)) {
      kept.push({ stored, posts: postsOf(stored, day) });
      const full = kept.reduce((sum, { posts }) => sum + posts.length, 0) >= RECHECKED_AT_ONCE;
      if (full && !(await flush({ after: stored.dialogue.id }))) return null;
    }
    const last = round.day + 1 === round.days;
    if (!(await flush({ day: round.day + 1, after: '', done: last }))) return null;
  }
  return round;
}

/** What was said to us alone is no post, and cannot be asked for as one. */
function postsOf({ dialogue, texts }: StoredDialogue, day: string): readonly string[] {
  const own = dialogue.posts
    .filter(
      ({ from, gone, at, ...post }) => from === 'citizen' && gone === undefined && utcDay(at) === day && !post.private,
    )
    .map(({ id }) => id);
  const ours = new Set(dialogue.posts.map(({ id }) => id));
  const quoted = own.flatMap((id) => quotedPosts(texts, id)).filter((id) => !ours.has(id));
  return [...new Set([...own, ...quoted])];
}

type Figures = Pick<RecheckRound, 'checked' | 'gone' | 'edited' | 'unknown'>;

/** A number: the moment until which the network asks to wait. What was done before that is harmless when done again. */
async function check(world: World, network: Network, kept: readonly Kept[]): Promise<Figures | number> {
  const ids = [...new Set(kept.flatMap(({ posts }) => posts))];
  const said = new Map<string, Rechecked>();
  for (let from = 0; from < ids.length; from += RECHECKED_AT_ONCE) {
    const outcome = await network.recheck(ids.slice(from, from + RECHECKED_AT_ONCE));
    if (outcome.outcome === 'later') return outcome.at;
    for (const [id, state] of outcome.posts) said.set(id, state);
  }
  let [gone, edited] = [0, 0];
  for (const { stored, posts } of kept) {
    for (const post of posts) {
      if ((await takeInRechecked(world, stored.dialogue, post, said.get(post))) === null) continue;
      if (said.get(post)?.state === 'gone') gone += 1;
      else edited += 1;
    }
  }
  const unknown = [...said.values()].filter(({ state }) => state === 'unknown').length;
  return { checked: ids.length, gone, edited, unknown };
}

function added(round: RecheckRound, more: Figures): RecheckRound {
  return {
    ...round,
    checked: round.checked + more.checked,
    gone: round.gone + more.gone,
    edited: round.edited + more.edited,
    unknown: round.unknown + more.unknown,
  };
}

function utcDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
