import { DAY, type Duration, MINUTE } from '../../domain/instant.ts';
import { type Clock } from '../../ports/clock.ts';
import { Fault } from '../../ports/fault.ts';
import { type ReadOutcome } from '../../ports/network.ts';
import { laterOrFault, wrongAccount } from './broken-read.ts';
import { type OwnAccount } from './own-account.ts';
import { byId, earlier, idAt } from './snowflake.ts';
import { readTimeline, type Timeline } from './timeline.ts';
import { toPost } from './to-post.ts';
import { POST_FIELDS, type WirePost } from './wire-post.ts';

/** X shows no more than the last 800 mentions, however one pages. */
const WINDOW = 800;
/** The first read of an account goes back this far. */
const FIRST_READ: Duration = DAY;
/** Posts are indexed late: a read looks again at this stretch before its cursor. The caller drops what it had. */
const READ_AGAIN: Duration = 2 * MINUTE;

export interface Reading {
  readonly clock: Clock;
  readonly timeout: Duration;
  isOwn(authorId: string | null, handle: string | undefined): boolean;
}

/**
 * Reads the mentions of one account, all pages at once. The cursor is the id of the newest post that was read, and
 * moves only when every page is in: what fails half-way is read again. Retweets are left out: nobody says anything in them.
 */
export async function readMentions(account: OwnAccount, cursor: string, reading: Reading): Promise<ReadOutcome> {
  const { handle, client } = account;
  const { clock, timeout } = reading;
  if (!/^\d{0,20}$/.test(cursor))
    throw new Fault('network', `the place where the mentions of @${handle} were read to is no id of X: clear it`);
  const start = cursor === '' ? idAt(clock.now() - FIRST_READ) : cursor;
  const identity = await account.identity(timeout);
  if (identity.kind === 'other') throw new Fault('settings', wrongAccount(handle, identity.handle));
  if (identity.kind !== 'known') return laterOrFault(identity, handle, clock.now());
  const query = {
    since_id: cursor === '' ? start : earlier(cursor, READ_AGAIN),
    'tweet.fields': POST_FIELDS,
    expansions: 'author_id',
    'user.fields': 'name,username',
  };
  const timeline = await readTimeline(client, `users/${identity.id}/mentions`, query, timeout);
  if (timeline.kind !== 'timeline') return laterOrFault(timeline, handle, clock.now());
  const wires = [...timeline.posts].sort((a, b) => byId(a.id, b.id));
  const newest = wires.at(-1)?.id ?? start;
  const posts = [...byFirstId(wires).values()]
    .filter((wire) => !wire.retweet && !reading.isOwn(wire.authorId, userOf(timeline, wire)?.username))
    .map((wire) => toPost(wire, userOf(timeline, wire), handle));
  return {
    outcome: 'read',
    batch: {
      posts,
      cursor: byId(newest, start) > 0 ? newest : start,
      more: false,
      problems: problems(handle, timeline, wires),
    },
  };
}

function userOf({ users }: Timeline, { authorId }: WirePost): ReturnType<Timeline['users']['get']> {
  return authorId === null ? undefined : users.get(authorId);
}

// Of one post in several edits the newest stays, since `wires` is oldest first.
function byFirstId(wires: readonly WirePost[]): ReadonlyMap<string, WirePost> {
  return new Map(wires.map((wire) => [wire.firstId, wire]));
}

function problems(handle: string, timeline: Timeline, wires: readonly WirePost[]): string[] {
  const found: string[] = [];
  if (timeline.unread > 0) found.push(`@${handle}: ${timeline.unread} mentions came in a form that cannot be read`);
  const oldest = wires[0];
  if (oldest !== undefined && timeline.posts.length + timeline.unread >= WINDOW)
    found.push(
      `@${handle}: X shows the last ${WINDOW} mentions only; those before ${new Date(oldest.postedAt).toISOString()} may be missing`,
    );
  return found;
}
