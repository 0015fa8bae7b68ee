import { DAY, type Duration, type Instant } from '../../domain/instant.ts';
import { type Post } from '../../domain/post.ts';
import { type Clock } from '../../ports/clock.ts';
import { Fault } from '../../ports/fault.ts';
import { type Batch, type ReadOutcome } from '../../ports/network.ts';
import { type Failure, unreadable } from './answer.ts';
import { laterOrFault, wrongAccount } from './broken-read.ts';
import { type OwnAccount } from './own-account.ts';
import { judge } from './verdict.ts';
import { byId, idAt } from './snowflake.ts';
import { X } from './to-post.ts';
import { PRIVATE_FIELDS, type PrivatePage, readPrivatePage, type WirePrivate } from './wire-private.ts';

/** The first read goes back this far. */
const FIRST_READ: Duration = DAY;
/** X charges each event: a page is no larger than what is mostly new on it. */
const PAGE = 20;
/** How long an account without permission is left alone. */
const PATIENCE: Duration = DAY / 24;

export interface ReadingPrivately {
  readonly clock: Clock;
  readonly timeout: Duration;
  isOwn(authorId: string): boolean;
}

/**
 * The private messages to one account. X has no "since" here and charges $ 0.01 an event, once per UTC day: the newest
 * one is asked first, and more only when it is another than the cursor, which is its id. Ours are left out. An account
 * that may not read them is told of once and then left alone for an hour.
 */
export function privateReader(
  account: OwnAccount,
): (cursor: string, reading: ReadingPrivately) => Promise<ReadOutcome> {
  let deniedUntil: Instant | null = null;
  const { handle } = account;

  return async (cursor, reading) => {
    const { clock, timeout } = reading;
    const now = clock.now();
    if (deniedUntil !== null && now < deniedUntil) return denied(deniedUntil, handle);
    if (!/^\d{0,20}$/.test(cursor))
      throw new Fault(
        'network',
        `the place where the private messages of @${handle} were read to is no id of X: clear it`,
      );
    const identity = await account.identity(timeout);
    if (identity.kind === 'other') throw new Fault('settings', wrongAccount(handle, identity.handle));
    if (identity.kind !== 'known') return laterOrFault(identity, handle, now);
    const start = cursor === '' ? idAt(now - FIRST_READ) : cursor;
    const read = await readSince(account, start, timeout);
    if ('kind' in read) {
      if (!isDenied(read, now)) return laterOrFault(read, handle, now);
      const told = deniedUntil !== null;
      deniedUntil = now + PATIENCE;
      return told ? denied(deniedUntil, handle) : onlyProblem(start, noPermission(handle));
    }
    deniedUntil = null;
    return { outcome: 'read', batch: batchOf(read, start, handle, reading) };
  };
}

interface Read {
  /** Newer than the cursor, newest first, ours too. */
  readonly messages: readonly WirePrivate[];
  readonly users: PrivatePage['users'];
  readonly unread: number;
  /** The newest message there is, read before or not; undefined: there is none. */
  readonly newest: string | undefined;
}

/** Nothing of it is given when one page fails: with the cursor unmoved the next read takes them again. */
async function readSince(account: OwnAccount, start: string, within: Duration): Promise<Read | Failure> {
  const newest = await pageOf(account, { max_results: 1 }, within);
  if ('kind' in newest) return newest;
  if (newest.messages.every((one) => !isNew(one, start)) && newest.unread === 0)
    return { messages: [], users: [], unread: 0, newest: newest.messages[0]?.id };
  const messages = new Map<string, WirePrivate>();
  const users: PrivatePage['users'][number][] = [];
  let unread = 0;
  const tokens = new Set<string>();
  for (let token: string | undefined; ;) {
    const page = await pageOf(account, { ...WHOLE, pagination_token: token }, within);
    if ('kind' in page) return page;
    for (const one of page.messages) if (isNew(one, start)) messages.set(one.id, one);
    users.push(...page.users);
    unread += page.unread;
    const caughtUp = page.messages.some((one) => !isNew(one, start));
    if (page.next === undefined || caughtUp || tokens.has(page.next))
      return { messages: [...messages.values()], users, unread, newest: [...messages.keys()].sort(byId).at(-1) };
    tokens.add(page.next);
    token = page.next;
  }
}

const WHOLE = { max_results: PAGE, expansions: 'sender_id', 'user.fields': 'name,username' };

async function pageOf(
  { client }: OwnAccount,
  query: Readonly<Record<string, string | number | undefined>>,
  within: Duration,
): Promise<PrivatePage | Failure> {
  const asked = { event_types: 'MessageCreate', 'dm_event.fields': PRIVATE_FIELDS, ...query };
  const answer = await client.get('dm_events', asked, within);
  if (answer.kind !== 'ok') return answer;
  return readPrivatePage(answer.body) ?? unreadable('no page of messages');
}

function isNew({ id }: WirePrivate, start: string): boolean {
  return byId(id, start) > 0;
}

function batchOf(
  { messages, users, unread, newest }: Read,
  start: string,
  handle: string,
  reading: ReadingPrivately,
): Batch {
  const oldestFirst = [...messages].sort((a, b) => byId(a.id, b.id));
  const names = new Map(users.map((user) => [user.id, user]));
  return {
    posts: oldestFirst
      .filter(({ senderId }) => !reading.isOwn(senderId))
      .map((one) => toPrivatePost(one, names.get(one.senderId), handle)),
    cursor: newest === undefined || byId(newest, start) < 0 ? start : newest,
    more: false,
    problems: unread > 0 ? [`private messages of @${handle}: ${unread} came in a form that cannot be read`] : [],
  };
}

function toPrivatePost(message: WirePrivate, user: PrivatePage['users'][number] | undefined, handle: string): Post {
  const { id, text, senderId, conversation, at } = message;
  return {
    network: X,
    id,
    thread: `dm:${conversation}`,
    author: { id: senderId, handle: user?.username ?? senderId, name: user?.name ?? user?.username ?? senderId },
    text,
    postedAt: at,
    account: handle,
    inReplyTo: null,
    // X's page for writing to somebody opens the conversation with them.
    link: `https://x.com/messages/compose?recipient_id=${senderId}`,
    foundBy: [`@${handle}`],
    private: true,
  };
}

function isDenied(failure: Failure, now: Instant): boolean {
  const verdict = judge(failure, now);
  return (
    failure.kind === 'no' && failure.status === 403 && verdict.verdict === 'refused' && verdict.reason !== 'suspended'
  );
}

function noPermission(handle: string): string {
  return (
    `X does not let us read the private messages of @${handle}: give the app the permission ` +
    '"Read and write and Direct message" in X\'s developer console, and make new tokens of the account'
  );
}

function onlyProblem(cursor: string, problem: string): ReadOutcome {
  return { outcome: 'read', batch: { posts: [], cursor, more: false, problems: [problem] } };
}

function denied(at: Instant, handle: string): ReadOutcome {
  return { outcome: 'later', at, detail: noPermission(handle) };
}
