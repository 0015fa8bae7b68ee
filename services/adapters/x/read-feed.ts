import { DAY, type Duration, HOUR, type Instant, MINUTE } from '../../domain/instant.ts';
import { type Gap, type ReadFor } from '../../domain/alert.ts';
import { type SourceKind } from '../../domain/poll-pace.ts';
import { type Post } from '../../domain/post.ts';
import { type Clock } from '../../ports/clock.ts';
import { Fault } from '../../ports/fault.ts';
import { type Echo, type OwnPost, type ReadOutcome } from '../../ports/network.ts';
import { laterOrFault, wrongAccount } from './broken-read.ts';
import { type OwnAccount } from './own-account.ts';
import { byId, earlier, idAt, timeOf } from './snowflake.ts';
import { readTimeline, type Timeline } from './timeline.ts';
import { threadOf, toOwnPost, toPost } from './to-post.ts';
import { MEDIA_FIELDS } from './wire-media.ts';
import { POST_FIELDS, type WirePost } from './wire-post.ts';

/** The first read goes back this far. */
const FIRST_READ: Duration = DAY;
/** Posts are indexed late: a read looks again at this stretch before its cursor. The caller drops what it had. */
const READ_AGAIN: Duration = 2 * MINUTE;

/** X's clock and ours may differ so much. */
const CLOCKS_APART: Duration = HOUR;

const ALONG = {
  'tweet.fields': POST_FIELDS,
  expansions: 'author_id,referenced_tweets.id,referenced_tweets.id.author_id,attachments.media_keys',
  'user.fields': 'name,username',
  'media.fields': MEDIA_FIELDS,
};

/** Nobody needs to be told who we are: what comes along is charged. */
const BARE = { 'tweet.fields': POST_FIELDS };

export interface Reading {
  readonly clock: Clock;
  readonly timeout: Duration;
  isOwn(authorId: string | null, handle: string | undefined): boolean;
}

/** What X can be asked for again and again: the mentions of an account, a search, what an account posted. */
export interface Feed {
  /** In words, for who runs the bot. */
  readonly name: string;
  readonly kind: SourceKind;
  /** The account that asks. */
  readonly account: OwnAccount;
  path(accountId: string): string;
  readonly query: Readonly<Record<string, string>>;
  readonly nextPage: 'pagination_token' | 'next_token';
  /** X refuses to go back further; null: it just gives less. */
  readonly reach: Duration | null;
  /** How we came by a post: the account of ours that is addressed, and what found it. */
  found(text: string): Pick<Post, 'account' | 'foundBy'>;
  /** X shows only so many posts of it, however one pages; null: all that are within reach. */
  readonly window: number | null;
  readonly readFor: ReadFor;
}

/**
 * Reads a feed, all pages at once. The cursor is the id of the newest post that was read, and moves only when every page
 * is in: what fails half-way is read again. A search that finds nothing moves its cursor along with the clock. Retweets are
 * no posts, for nobody says anything in them: they come apart. `between`: only what was posted between two moments, whatever the cursor.
 */
export async function readFeed(
  feed: Feed,
  cursor: string,
  reading: Reading,
  between: { readonly from: Instant; readonly until: Instant } | null = null,
): Promise<ReadOutcome> {
  const { name, account } = feed;
  const { clock, timeout } = reading;
  const { handle } = account;
  if (!/^\d{0,20}$/.test(cursor))
    throw new Fault('network', `the place where ${name} was read to is no id of X: clear it`);
  const identity = await account.identity(timeout);
  if (identity.kind === 'other') throw new Fault('settings', wrongAccount(handle, identity.handle));
  if (identity.kind !== 'known') return laterOrFault(identity, handle, clock.now());
  const start = cursor === '' ? idAt(clock.now() - FIRST_READ) : cursor;
  const since = cursor === '' ? start : earlier(cursor, READ_AGAIN);
  const oldest = feed.reach === null ? since : idAt(clock.now() - feed.reach);
  const outOfReach = byId(since, oldest) < 0;
  const range =
    between === null
      ? { since_id: outOfReach ? oldest : since }
      : { start_time: secondsOf(between.from), end_time: secondsOf(between.until) };
  const query = { ...feed.query, ...(feed.kind === 'own' ? BARE : ALONG), ...range };
  const timeline = await readTimeline(account.client, feed.path(identity.id), query, timeout, feed.nextPage);
  if (timeline.kind !== 'timeline') return laterOrFault(timeline, handle, clock.now());
  const wires = [...timeline.posts].sort((a, b) => byId(a.id, b.id));
  // Where nothing comes in for a week, the cursor of a search would fall out of reach by standing still.
  const readTo = feed.reach === null ? start : later(start, idAt(clock.now() - CLOCKS_APART));
  const [first] = wires;
  const full = first !== undefined && wires.length + timeline.unread >= (feed.window ?? Infinity);
  const until = full ? first.postedAt : outOfReach ? timeOf(oldest) : null;
  const gaps = until === null ? [] : [{ readFor: feed.readFor, from: timeOf(since), until }];
  return {
    outcome: 'read',
    batch: {
      ...(feed.kind === 'own'
        ? { posts: [], own: ownPostsOf(feed, wires) }
        : {
            posts: postsOf(feed, wires, timeline, reading),
            echoes: wires.flatMap((wire) => echoOf(wire, timeline) ?? []),
          }),
      cursor: later(wires.at(-1)?.id ?? start, readTo),
      more: false,
      problems: [
        ...(timeline.unread > 0 ? [`${name}: ${timeline.unread} posts came in a form that cannot be read`] : []),
        ...gaps.map((gap) => inWords(feed, gap)),
      ],
      gaps,
    },
  };
}

function postsOf(feed: Feed, wires: readonly WirePost[], timeline: Timeline, reading: Reading): readonly Post[] {
  // Of one post in several edits the newest stays, since `wires` is oldest first.
  const latest = new Map(wires.map((wire) => [wire.firstId, wire]));
  return [...latest.values()]
    .filter((wire) => wire.retweeted === null && !reading.isOwn(wire.authorId, userOf(timeline, wire)?.username))
    .map((wire) => toPost(wire, userOf(timeline, wire), timeline, (text) => feed.found(text)));
}

function ownPostsOf({ account: { handle } }: Feed, wires: readonly WirePost[]): readonly OwnPost[] {
  return wires.filter(({ retweeted }) => retweeted === null).map((wire) => toOwnPost(wire, handle));
}

/** X takes no fractions of a second. */
function secondsOf(moment: Instant): string {
  return new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Who passed on what; null when it is no retweet, or X does not say of what. */
function echoOf(wire: WirePost, timeline: Timeline): Echo | null {
  const original = wire.retweeted === null ? undefined : timeline.beside.get(wire.retweeted);
  const by = userOf(timeline, wire)?.username;
  if (original?.authorId == null || by === undefined) return null;
  const author = { id: original.authorId, handle: userOf(timeline, original)?.username ?? '', name: '' };
  return { id: wire.firstId, handle: by, original: { id: original.firstId, thread: threadOf(original), author } };
}

function later(one: string, other: string): string {
  return byId(one, other) > 0 ? one : other;
}

function userOf({ users }: Timeline, { authorId }: WirePost): ReturnType<Timeline['users']['get']> {
  return authorId === null ? undefined : users.get(authorId);
}

function inWords({ name }: Feed, { from, until }: Gap): string {
  const between = `between ${new Date(from).toISOString()} and ${new Date(until).toISOString()}`;
  return `${name}: X shows only so much; what was posted ${between} may be missing`;
}
