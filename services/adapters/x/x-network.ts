import { type Duration, SECOND } from '../../domain/instant.ts';
import { type WatchTerm } from '../../domain/work-instruction/instruction.ts';
import { type Clock } from '../../ports/clock.ts';
import { Fault } from '../../ports/fault.ts';
import { type Log } from '../../ports/log.ts';
import { type Network, type ReadOutcome } from '../../ports/network.ts';
import { keyAdvice } from './broken-read.ts';
import { type Billing, metered } from './metered-client.ts';
import { findPlaced } from './find-placed.ts';
import { createOwnAccount, type OwnAccount, sameHandle } from './own-account.ts';
import { lookUpPost, PATIENCE } from './look-up-post.ts';
import { placeReply } from './place-reply.ts';
import { type Feed, readFeed } from './read-feed.ts';
import { mentionsOf } from './read-mentions.ts';
import { ownPostsFeed } from './read-own.ts';
import { privateReader } from './read-private.ts';
import { searchFeeds } from './search-feeds.ts';
import { recheckPosts } from './recheck-posts.ts';
import { removeReply } from './remove-reply.ts';
import { X } from './to-post.ts';
import { createRequestLimits } from './request-limits.ts';
import { createXClient, type XClient, type XKeys } from './x-client.ts';

/** An account of ours with its OAuth 1.0a user token; `handle` without `@`, capitals do not matter. */
export interface XAccountKeys {
  readonly handle: string;
  readonly accessToken: string;
  readonly accessSecret: string;
}

export interface XOptions {
  readonly appKey: string;
  readonly appSecret: string;
  readonly accounts: readonly XAccountKeys[];
  /** What to listen for unasked; those of other networks are passed over. Nothing unless told. */
  readonly watch?: readonly WatchTerm[];
  /** Where it is noted what X charges; nowhere unless told. */
  readonly billing?: Billing;
  readonly clock: Clock;
  readonly log: Log;
  /** A server on this machine that stands in for `https://api.x.com`, for tests; any other address throws a `Fault`. */
  readonly baseUrl?: string;
  /** Another way to X than the line, for tests that would ask it all day. */
  readonly connect?: (keys: XKeys) => XClient;
  /** Milliseconds for each request, answer included; 10,000 unless told. */
  readonly timeoutMs?: Duration;
  /** Milliseconds on a clock that only runs, for X's limits; that of the process unless told. */
  readonly elapsed?: () => Duration;
}

const TIMEOUT: Duration = 10 * SECOND;
/** X takes 100 posts of an account in 15 minutes: this leaves ten for other replies. */
const PLACE_EVERY: Duration = 10 * SECOND;

/**
 * The network X: the mentions and the own posts of each account, one source each, as many searches as `watch` needs, and
 * replies as the right account.
 * Keys that belong to another account than their name says are found out before anything is read or placed.
 */
export function createXNetwork(options: XOptions): Network {
  const { appKey, appSecret, baseUrl, billing, clock, log } = options;
  const timeout = options.timeoutMs ?? TIMEOUT;
  const connect = options.connect ?? ((keys) => createXClient(keys, baseUrl));
  const limits = createRequestLimits(clock, options.elapsed ?? (() => performance.now()));
  const accounts = options.accounts.map(({ handle, accessToken, accessSecret }) => {
    const client = connect({ appKey, appSecret, accessToken, accessSecret });
    return createOwnAccount(
      handle,
      limits.guard(handle, billing === undefined ? client : metered(handle, client, billing, clock)),
    );
  });
  const feeds: readonly (readonly [string, Feed])[] = [
    ...accounts.map((account) => [`mentions:${account.handle}`, mentionsOf(account)] as const),
    ...searchFeeds(accounts, options),
    ...accounts.map((account) => [`own:${account.handle}`, ownPostsFeed(account)] as const),
  ];
  const privates = accounts.map((account) => [`private:${account.handle}`, privateReader(account)] as const);
  const called = (handle: string): OwnAccount | undefined =>
    accounts.find((account) => sameHandle(account.handle, handle));
  const isOwn = (authorId: string | null, handle: string | undefined): boolean =>
    accounts.some(
      (own) => (authorId !== null && own.id === authorId) || (handle !== undefined && sameHandle(own.handle, handle)),
    );
  const noKeys = (handle: string): string => `there are no X keys of @${handle}: ${keyAdvice(handle)}`;
  const doing = { clock, log, timeout };

  async function read(
    name: string,
    cursor: string,
    between: Parameters<typeof readFeed>[3] = null,
  ): Promise<ReadOutcome> {
    const feed = feeds.find(([source]) => source === name)?.[1];
    if (feed === undefined) throw new Fault('network', `X has no source ${name}: it is read by another network`);
    const outcome = await readFeed(feed, cursor, { clock, timeout, isOwn }, between);
    // Before the cursor moves: what is read once is not read again, and would be missing in the sum.
    await billing?.meter.written();
    return outcome;
  }

  return {
    name: X,
    timeout,
    placeEvery: PLACE_EVERY,
    accounts: accounts.map(({ handle }) => handle),
    sources: () => [
      ...feeds.map(([name, { kind }]) => ({ name, kind })),
      ...privates.map(([name]) => ({ name, kind: 'private' }) as const),
    ],
    async read({ name }, cursor) {
      const conversations = privates.find(([source]) => source === name)?.[1];
      if (conversations !== undefined)
        return conversations(cursor, { clock, timeout, isOwn: (author) => isOwn(author, undefined) });
      return read(name, cursor);
    },
    readBack: ({ name }, from, until) => read(name, '', { from, until }),
    async place(reply) {
      const account = called(reply.account);
      if (account === undefined) return { outcome: 'refused', reason: 'sign-in', detail: noKeys(reply.account) };
      return placeReply(account, reply, doing);
    },
    async findPlaced(reply, since) {
      const account = called(reply.account);
      if (account === undefined) throw new Fault('settings', noKeys(reply.account));
      return findPlaced(account, reply, since, doing);
    },
    async lookUpPost(handle, link) {
      return lookUpPost(called(handle), link, doing);
    },
    async recheck(posts) {
      return recheckPosts(accounts[0], posts, doing);
    },
    async invitation(handle) {
      // Somebody waits for it on their card.
      const identity = await called(handle)?.identity(PATIENCE);
      return identity?.kind === 'known' ? `https://x.com/messages/compose?recipient_id=${identity.id}` : null;
    },
    async remove(handle, id) {
      const account = called(handle);
      if (account === undefined) return { outcome: 'refused', reason: 'sign-in', detail: noKeys(handle) };
      return removeReply(account, id, doing);
    },
  };
}
