import { compared, type Compared, isTimeToCompare } from '../domain/reconciliation.ts';
import { type Duration, MINUTE } from '../domain/instant.ts';
import { type Batch, type Network, type Source } from '../ports/network.ts';
import { takeInOwnPost } from './take-in-own-post.ts';
import { takeInPost, takeInPosts } from './take-in-posts.ts';
import { type World } from './world.ts';

const LEASE_TIME: Duration = 5 * MINUTE;
/** A network shows a new post with a delay. */
const TOO_FRESH: Duration = 3 * MINUTE;

/**
 * Once a day: does the network show more than we have? Whatever was missed is taken in, and how much that was is kept,
 * for a figure that is not 0 says that listening fails. Mentions and own posts only: a search promises nothing.
 */
export async function compareWithNetwork(world: World, network: Network): Promise<void> {
  for (const source of network.sources())
    if (source.kind === 'asked' || source.kind === 'own') await compareSource(world, network, source);
}

/** Name of the lease of a source's comparison; it keeps the figures. */
export function comparisonLease(network: Network, source: Source): string {
  return `compare:${network.name}:${source.name}`;
}

async function compareSource(world: World, network: Network, source: Source): Promise<void> {
  const lease = await world.leases.acquire(comparisonLease(network, source), world.instance, LEASE_TIME);
  if (lease === null || network.readBack === undefined) return;
  const now = world.clock.now();
  const before = lease.value === '' ? null : (JSON.parse(lease.value) as Compared);
  if (before === null) {
    await world.leases.save(lease, JSON.stringify({ until: now - TOO_FRESH, days: [] } satisfies Compared));
    return;
  }
  if (!isTimeToCompare(now, before.until)) return;
  // What would come in by itself a moment later was not missed.
  if ((await takeInPosts(world, network, source))?.waitUntil !== null) return;
  const until = now - TOO_FRESH;
  const read = await network.readBack(source, before.until, until);
  if (read.outcome === 'later') return;
  const missed = await takeInMissing(world, network, read.batch);
  if (missed === null) return;
  const there = read.batch.posts.length + (read.batch.own?.length ?? 0);
  await world.leases.save(lease, JSON.stringify(compared(before, until, there, missed)));
  const figures = { source: source.name, there, missed };
  if (missed > 0) world.log.warn('the network shows posts that had not come in; they have now', figures);
  else world.log.info('everything that the network shows had come in', figures);
}

/** How many were new to us; null when one has to wait. */
async function takeInMissing(world: World, network: Network, { posts, own = [] }: Batch): Promise<number | null> {
  let missed = 0;
  for (const post of posts) if ((await takeInPost(world, post)).due.length > 0) missed += 1;
  for (const post of own) {
    const outcome = await takeInOwnPost(world, network.name, post);
    if (outcome === 'later') return null;
    if (outcome === 'recorded') missed += 1;
  }
  return missed;
}
