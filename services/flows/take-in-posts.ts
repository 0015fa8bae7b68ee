import { type Post } from '../domain/post.ts';
import { type Dialogue } from '../domain/dialogue/dialogue.ts';
import { dialogueToJoin } from '../domain/dialogue/join-private.ts';
import { textsOf } from '../domain/dialogue/post-texts.ts';
import { MINUTE, SECOND } from '../domain/instant.ts';
import { Fault } from '../ports/fault.ts';
import { type Lease } from '../ports/lease.ts';
import { type Echo, type Network, type OwnPost, type Source } from '../ports/network.ts';
import { type Acted, actOnDialogue } from './act-on-dialogue.ts';
import { countReaction } from './count-reaction.ts';
import { dialogueOf } from './dialogue-of.ts';
import { tellAcquainted } from './earlier-dialogues.ts';
import { foldCopy } from './fold-copy.ts';
import { placeAsText, placeIn, type ReadingPlace } from './reading-place.ts';
import { takeInOwnPost } from './take-in-own-post.ts';
import { type World } from './world.ts';

/** What one round of reading a source brought; `waitUntil`: the network asked for patience. */
export interface TakenIn {
  readonly source: string;
  readonly posts: number;
  /** How many of them were new to us, or found in a new way. */
  readonly fresh: number;
  readonly problems: readonly string[];
  /** Posts of our own accounts that answer nobody; not there: none. */
  readonly own?: readonly OwnPost[];
  readonly waitUntil: number | null;
}

/** An instance that died is replaced after this: longer than one request to a network, and soon. */
const LEASE_TIME = 20 * SECOND;
/**
 * X takes 15 looks at private messages in 15 minutes, of all instances together: who looks every two minutes keeps the others
 * off until its next look.
 */
const PRIVATE_LEASE_TIME = 2 * MINUTE + LEASE_TIME;

/**
 * Reads a source until it is caught up and stores every post before the cursor moves: a crash repeats posts, which
 * changes nothing, and loses none. null: another instance reads this source.
 */
export async function takeInPosts(world: World, network: Network, source: Source): Promise<TakenIn | null> {
  const problems: string[] = [];
  const own: OwnPost[] = [];
  let posts = 0;
  let fresh = 0;
  for (;;) {
    const time = source.kind === 'private' ? PRIVATE_LEASE_TIME : LEASE_TIME;
    const lease = await world.leases.acquire(pollLease(network, source), world.instance, time);
    if (lease === null) return null;
    const { cursor, untold } = placeIn(lease.value);
    const read = await network.read(source, cursor);
    if (read.outcome === 'later') return { source: source.name, posts, fresh, problems, waitUntil: read.at };
    for (const post of read.batch.posts) if ((await takeInPost(world, post)).due.length > 0) fresh += 1;
    for (const one of read.batch.own ?? [])
      if ((await takeInOwnPost(world, network.name, one)) === 'later')
        return { source: source.name, posts, fresh, problems, waitUntil: world.clock.now() + MINUTE };
    for (const echo of read.batch.echoes ?? []) await takeInEcho(world, network, echo);
    own.push(...(read.batch.own ?? []).filter(({ inReplyTo }) => inReplyTo === null));
    posts += read.batch.posts.length;
    problems.push(...read.batch.problems);
    const place = { cursor: read.batch.cursor, untold: [...untold, ...(read.batch.gaps ?? [])] };
    if (!(await moved(world, lease, placeAsText(place)))) return null;
    await tellGaps(world, network, lease, place);
    if (!read.batch.more)
      return { source: source.name, posts, fresh, problems, waitUntil: null, ...(own.length === 0 ? {} : { own }) };
  }
}

/** Name of the lease under which a source is read; it keeps the cursor. */
export function pollLease(network: Network, source: Source): string {
  return `poll:${network.name}:${source.name}`;
}

async function moved(world: World, lease: Lease, value: string): Promise<boolean> {
  return value === lease.value || (await world.leases.save(lease, value));
}

/**
 * Tells the channel what a network did not show. It was stored with the cursor, in one write, and goes from there when it
 * is told: told at least once, and nothing is read again for it.
 */
async function tellGaps(world: World, network: Network, lease: Lease, place: ReadingPlace): Promise<void> {
  if (place.untold.length === 0) return;
  try {
    for (const gap of place.untold) await world.alerts.toChannel({ what: 'gap', network: network.name, ...gap });
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    world.log.warn('the channel could not be told what may be missing: it is tried again at the next reading', {
      fault,
    });
    return;
  }
  await world.leases.save(lease, placeAsText({ ...place, untold: [] }));
}

/**
 * A private message has no thread of its own: it is more of what the citizen and we were talking about. Who takes it in
 * first decides where it goes, and that is kept: it is in one dialogue, also when others open or end in the meantime.
 */
async function dialogueOfPrivate(world: World, post: Post): Promise<string> {
  const theirs: Dialogue[] = [];
  for await (const { dialogue } of world.store.ofCitizen(post.network, post.author.id)) theirs.push(dialogue);
  const chosen = dialogueToJoin(theirs, post)?.id ?? dialogueOf(world, post);
  return world.store.bindPost(post.network, post.id, chosen);
}

/** One post becomes a dialogue or part of one; a second time it changes nothing. */
export async function takeInPost(world: World, post: Post): Promise<Acted> {
  const dialogue = post.private === true ? await dialogueOfPrivate(world, post) : dialogueOf(world, post);
  const edition = post.edition === undefined ? [] : [post.edition];
  const command = { type: 'receive', dialogue, mode: world.modeOf(post.network), post } as const;
  const folded = await foldCopy(world, command);
  if (folded !== null) return folded;
  const acted = await actOnDialogue(world, dialogue, command, {
    // The same post found in another way, or edited, is another thing to tell.
    operation: `post:${post.id}:${world.texts.fingerprint(JSON.stringify([post.account, post.foundBy, ...edition]))}`,
    texts: textsOf(post),
  });
  await countReaction(world, post, acted);
  await tellAcquainted(world, acted);
  return acted;
}

/** Counted once in the dialogue that it is about; of a post that we do not have, nothing is kept. */
async function takeInEcho(world: World, { name: network }: Network, { id, handle, original }: Echo): Promise<void> {
  const dialogue = dialogueOf(world, { network, ...original });
  const operation = `echo:${id}`;
  if (await world.store.wasDone(dialogue, operation)) return;
  await actOnDialogue(world, dialogue, { type: 'echo', of: original.id, handle }, { operation });
}
