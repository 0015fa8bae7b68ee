import { z } from 'zod/v4';
import { type Duration } from '../../domain/instant.ts';
import { type Failure, type Ok, unreadable } from './answer.ts';
import { readWireMedia, type WireMedia } from './wire-media.ts';
import { readWirePost, type WirePost } from './wire-post.ts';
import { type Query, type XClient } from './x-client.ts';

const user = z.object({ id: z.string(), username: z.string(), name: z.string().optional() });
export type WireUser = z.infer<typeof user>;

const page = z.object({
  data: z.array(z.unknown()).optional(),
  includes: z
    .object({
      users: z.array(user).optional(),
      tweets: z.array(z.unknown()).optional(),
      posts: z.array(z.unknown()).optional(),
      media: z.array(z.unknown()).optional(),
    })
    .optional(),
  meta: z.object({ next_token: z.string().optional() }).optional(),
});

export interface Timeline {
  readonly kind: 'timeline';
  /** Without doubles, newest first. */
  readonly posts: readonly WirePost[];
  readonly users: ReadonlyMap<string, WireUser>;
  /** Posts that these refer to, as far as X gave them along. */
  readonly beside: ReadonlyMap<string, WirePost>;
  readonly media: ReadonlyMap<string, WireMedia>;
  /** How many posts could not be read. */
  readonly unread: number;
}

/**
 * Reads all pages of a timeline, 100 posts each. Nothing of it is given when one page fails: with the cursor unmoved the
 * next read takes them again, and X charges the same post once per UTC day. `nextPage`: what the endpoint calls its pages.
 */
export async function readTimeline(
  client: XClient,
  path: string,
  query: Query,
  within: Duration,
  nextPage: 'pagination_token' | 'next_token' = 'pagination_token',
): Promise<Timeline | Failure> {
  const posts = new Map<string, WirePost>();
  const users = new Map<string, WireUser>();
  const beside = new Map<string, WirePost>();
  const media = new Map<string, WireMedia>();
  const tokens = new Set<string>();
  let unread = 0;
  for (let token: string | undefined; ;) {
    const answer = await client.get(path, { ...query, max_results: 100, [nextPage]: token }, within);
    if (answer.kind !== 'ok') return answer;
    const read = readPage(answer);
    if (read === null) return unreadable('no page of posts');
    for (const raw of read.data ?? []) {
      const post = readWirePost(raw);
      if (post === null) unread += 1;
      else posts.set(post.id, post);
    }
    for (const one of read.includes?.users ?? []) users.set(one.id, one);
    for (const one of (read.includes?.tweets ?? read.includes?.posts ?? []).map(readWirePost))
      if (one !== null) beside.set(one.id, one);
    for (const one of (read.includes?.media ?? []).map(readWireMedia)) if (one !== null) media.set(one.key, one);
    token = read.meta?.next_token;
    if (token === undefined) return { kind: 'timeline', posts: [...posts.values()], users, beside, media, unread };
    if (tokens.has(token)) return unreadable('the same page twice');
    tokens.add(token);
  }
}

// An empty timeline says so in `meta`. A body with neither must not pass for "nothing stands there".
function readPage({ body }: Ok): z.infer<typeof page> | null {
  const { success, data } = page.safeParse(body);
  return success && (data.data !== undefined || data.meta !== undefined) ? data : null;
}
