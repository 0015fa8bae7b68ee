import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { type Clock } from '../../../services/ports/clock.ts';
import { createBill } from './bill.ts';
import { type Plan } from './create-post.ts';
import { createFaults, type XFault } from './faults.ts';
import { createHandling, type Handled, namesOf, type Permission, type XCall } from './handle.ts';
import { createLimits } from './limits.ts';
import { answerCheck } from './openapi.ts';
import { createPrivateWorld, type PrivateWorld } from './private-messages.ts';
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
  /** Newest first, from this id on, which need not exist; deleted posts too. */
  newest(after: string): readonly StoredPost[];
  /** The private conversations: send, look, shut somebody's door. */
  readonly privates: PrivateWorld;
  /** Makes something go wrong for the next request(s) that fit. */
  fault(fault: XFault): void;
  clearFaults(): void;
  /** Number of requests by endpoint, refused and broken ones included: `requests()['POST /2/tweets'] ?? 0`. */
  requests(): Readonly<Record<string, number>>;
  calls(): readonly XCall[];
  /** Answers a GET (`/2/…?…`) of an account without a line between, in a fraction of the time; null when it is to go wrong. */
  ask(path: string, account: string): Handled | null;
  /** Requests that came after a limit was reached, by endpoint: `{}` when all were within X's limits. */
  overLimit(): Readonly<Record<string, number>>;
  /** What X charged for all of it, in USD; of one month in UTC (`2026-11`) when that is asked. */
  bill(month?: string): number;
  /** Posts that X charged for reading, each once per UTC day. */
  paidPosts(): number;
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

  const handle = createHandling({
    ...{ bill, calls, clock, faults, limits },
    settings: { world, privates, plan, spelling, now: () => clock.now() },
    levelOf: (account) => options.permissions?.[account] ?? 'read-write-directmessages',
    limitHeaders: options.limitHeaders ?? true,
    check(endpoint, done) {
      undescribed.push(...[check(endpoint, done)].filter((one) => one !== null));
    },
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [method, url] = [request.method ?? '', new URL(request.url ?? '/', 'http://x')];
    const body = parsed(await readText(request));
    const done = handle({ method, url, body, account: signedBy(request, keys)?.handle ?? null });
    if (done.fault?.kind === 'cut-before' || done.fault?.kind === 'cut-after') return void response.destroy();
    await send(response, done.answer, done.headers, clock.now(), done.fault, stop.signal);
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
    newest: (after) => world.all(after),
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
    ask(path, account) {
      const request = { method: 'GET', url: new URL(path, 'http://x'), body: undefined, account };
      return faults.waitFor(...namesOf(request), account) ? null : handle(request);
    },
    overLimit: () => limits.over(),
    bill: (month) => bill.total(month),
    paidPosts: () => bill.posts(),
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
