import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { type Clock } from '../../../services/ports/clock.ts';
import { createBill } from './bill.ts';
import { type Plan } from './create-post.ts';
import { endpointOf, ENDPOINTS } from './endpoints.ts';
import { createFaults, faultAnswer, type XFault } from './faults.ts';
import { createLimits } from './limits.ts';
import { answerCheck } from './openapi.ts';
import { createPrivateWorld, type PrivateWorld } from './private-messages.ts';
import { DETAILS, problem } from './problems.ts';
import { send } from './send.ts';
import { signedBy, type XServerKeys } from './sign-in.ts';
import { type Spelling } from './wire.ts';
import { createWorld, type NewPost, type StoredPost } from './world.ts';

export interface XServerOptions {
  /** 0 or left out: a free one. */
  readonly port?: number;
  /** Whose requests are taken; two example accounts unless told. */
  readonly keys?: XServerKeys;
  /** The server's own clock: ids, `Date` header, windows of the limits. The real time unless told. */
  readonly clock?: Clock;
  readonly plan?: Plan;
  /** The account that the app belongs to: X reads its own data for less. Somebody else unless told. */
  readonly appOwner?: string;
  readonly spelling?: Spelling;
  /** What the token of an account may do, where it is less than everything. */
  readonly permissions?: Readonly<Record<string, Permission>>;
  /** Other limits, by endpoint (`POST /2/tweets`), and `POST /2/tweets per day`. */
  readonly limits?: Readonly<Record<string, number>>;
  /** Says nothing of limits in its answers, and keeps them all the same. */
  readonly limitHeaders?: false;
}

/** What X calls the permission of a token, in the header `x-access-level`. */
export type Permission = 'read' | 'read-write' | 'read-write-directmessages';

/** One request as it came in. */
export interface XCall {
  readonly endpoint: string;
  /** The account of ours that signed it; null when nobody we know did. */
  readonly account: string | null;
  readonly query: Readonly<Record<string, string>>;
}

export interface XServer {
  /** `http://127.0.0.1:<port>`: the `baseUrl` for the adapter. */
  readonly url: string;
  /** Hand these to the adapter or to the bot's environment. */
  readonly keys: XServerKeys;
  /** Puts a post on X; a post that names `@GemOostzaan` is a mention of it. */
  addPost(post: NewPost): StoredPost;
  /** Edits a post: it gets a new id, its history keeps the old. */
  editPost(id: string, text: string): StoredPost;
  deletePost(id: string): void;
  /** Somebody lets only followers see what they wrote. */
  protectUser(handle: string): void;
  /** What stands on X, oldest first; `by` one handle. Deleted posts are left out. */
  posts(by?: string): readonly StoredPost[];
  /** The private conversations: send, look, shut somebody's door. */
  readonly privates: PrivateWorld;
  /** Makes something go wrong for the next request(s) that fit. */
  fault(fault: XFault): void;
  clearFaults(): void;
  /** Number of requests by endpoint, refused and broken ones included: `requests()['POST /2/tweets'] ?? 0`. */
  requests(): Readonly<Record<string, number>>;
  calls(): readonly XCall[];
  /** Requests that came after a limit was reached, by endpoint: `{}` when all were within X's limits. */
  overLimit(): Readonly<Record<string, number>>;
  /** What X charged for all of it, in USD; of one month in UTC (`2026-11`) when that is asked. */
  bill(month?: string): number;
  close(): Promise<void>;
}

export const EXAMPLE_KEYS: XServerKeys = {
  appKey: 'example-app-key',
  appSecret: 'example-app-secret',
  accounts: [
    { handle: 'GemOostzaan', accessToken: '1-example-oostzaan', accessSecret: 'example-secret-oostzaan' },
    { handle: 'GemWormerland', accessToken: '2-example-wormerland', accessSecret: 'example-secret-wormerland' },
  ],
};

/**
 * A small X on this machine, for tests: who we are, mentions, search, timelines, posts with the rules of 2026 and deletions, in the
 * shapes and with the refusals of X API v2, behind real OAuth 1.0a signatures and limits. It keeps its posts in memory.
 *
 *     const x = await startXServer();
 *     const { id } = x.addPost({ author: 'jan_wormer', text: '@GemOostzaan wanneer komt het grofvuil?' });
 *     const network = createXNetwork({ ...x.keys, clock, log, baseUrl: x.url });
 *     x.fault({ match: 'POST /2/tweets', kind: 'cut-after' });   // placed, and the answer is lost
 *     …
 *     assert.equal(x.posts('GemOostzaan').length, 1);
 *     await x.close();
 */
export async function startXServer(options: XServerOptions = {}): Promise<XServer> {
  const { keys = EXAMPLE_KEYS, clock = { now: Date.now }, plan = 'self-serve', spelling = 'tweet' } = options;
  const world = createWorld(() => clock.now());
  for (const { handle } of keys.accounts) world.user(handle);
  const privates = createPrivateWorld(world, () => clock.now());
  const limits = createLimits(() => clock.now(), options.limits ?? {});
  const bill = createBill(world, () => clock.now(), options.appOwner ?? null);
  const faults = createFaults();
  const calls: XCall[] = [];
  const stop = new AbortController();
  const check = answerCheck();
  const undescribed: string[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://x');
    const body = await readText(request);
    const found = endpointOf(request.method ?? '', url.pathname);
    const account = signedBy(request, keys)?.handle ?? null;
    const endpoint = found?.endpoint ?? `${request.method ?? ''} ${url.pathname}`;
    calls.push({ endpoint, account, query: Object.fromEntries(url.searchParams) });
    const fault = faults.take(endpoint, `${request.method ?? ''} ${request.url ?? ''}`, account);
    if (fault?.kind === 'cut-before') return void response.destroy();
    const planned = fault === null ? null : faultAnswer(fault, Math.floor(clock.now() / 1000));
    const instead = planned !== null && fault?.after !== true ? planned : null;
    const level = options.permissions?.[account ?? ''] ?? 'read-write-directmessages';
    const mayNot = level === 'read' && request.method !== 'GET';
    const refused =
      instead ??
      (found === null
        ? problem(404)
        : account === null
          ? problem(401)
          : mayNot
            ? problem(403, DETAILS.noPermission)
            : null);
    const counted = refused === null ? limits.count(endpoint, account!) : { headers: {}, refusal: null };
    const asked = { handle: account ?? '', id: found?.id ?? '', query: url.searchParams, body: parsed(body) };
    const done =
      refused ??
      counted.refusal ??
      ENDPOINTS[endpoint]!(asked, { world, privates, plan, spelling, now: () => clock.now() });
    if (found !== null) bill.charge(endpoint, asked, done);
    if (found !== null && planned === null) undescribed.push(...[check(endpoint, done)].filter((one) => one !== null));
    if (fault?.kind === 'cut-after') return void response.destroy();
    await send(
      response,
      planned ?? done,
      {
        ...(account === null ? {} : { 'x-access-level': level }),
        ...(options.limitHeaders === false ? {} : counted.headers),
      },
      clock.now(),
      fault,
      stop.signal,
    );
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys,
    addPost: (post) => world.add(post),
    editPost: (id, text) => world.edit(id, text),
    deletePost: (id) => {
      world.remove(id);
    },
    protectUser: (handle) => {
      world.protect(handle);
    },
    posts: (by) =>
      [...world.all()]
        .reverse()
        .filter(
          ({ deleted, author }) => !deleted && (by === undefined || author.handle.toLowerCase() === by.toLowerCase()),
        ),
    privates,
    fault: (fault) => {
      faults.add(fault);
    },
    clearFaults: () => {
      faults.clear();
    },
    requests: () =>
      calls.reduce<Record<string, number>>(
        (sum, { endpoint }) => ({ ...sum, [endpoint]: (sum[endpoint] ?? 0) + 1 }),
        {},
      ),
    calls: () => [...calls],
    overLimit: () => limits.over(),
    bill: (month) => bill.total(month),
    async close() {
      stop.abort();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (undescribed.length > 0) throw new Error(`answers that X does not give:\n${undescribed.join('\n')}`);
    },
  };
}

function parsed(body: string): unknown {
  try {
    return body === '' ? undefined : JSON.parse(body);
  } catch {
    return undefined;
  }
}
