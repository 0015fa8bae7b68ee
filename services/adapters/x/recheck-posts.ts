import { z } from 'zod/v4';
import { type Duration } from '../../domain/instant.ts';
import { type Clock } from '../../ports/clock.ts';
import { type Rechecked, type RecheckOutcome } from '../../ports/network.ts';
import { type Failure, unreadable } from './answer.ts';
import { laterOrFault } from './broken-read.ts';
import { decodeEntities } from './decode-entities.ts';
import { type OwnAccount } from './own-account.ts';
import { readWirePost, type WirePost } from './wire-post.ts';

/** No more than this, and nothing that stands around them: X charges for each post and each user that it gives along. */
const FIELDS = 'edit_history_tweet_ids,note_tweet';

const problem = z.object({
  type: z.string(),
  resource_type: z.string().optional(),
  resource_id: z.string().optional(),
  value: z.string().optional(),
});
const answered = z.object({ data: z.array(z.unknown()).optional(), errors: z.array(problem).optional() });

interface Found {
  readonly kind: 'found';
  readonly posts: readonly WirePost[];
  readonly gone: ReadonlySet<string>;
}

/** Asks X what became of at most 100 posts, in one request, and one more for those that X gave in an older edition. */
export async function recheckPosts(
  account: OwnAccount | undefined,
  ids: readonly string[],
  { clock, timeout }: { readonly clock: Clock; readonly timeout: Duration },
): Promise<RecheckOutcome> {
  const asked = [...new Set(ids)].filter((id) => /^\d{1,19}$/.test(id));
  const states = new Map<string, Rechecked>(ids.map((id) => [id, { state: 'unknown' }]));
  if (account === undefined || asked.length === 0) return { outcome: 'checked', posts: states };
  const found = await ask(account, asked, timeout);
  if (found.kind !== 'found') return laterOrFault(found, account.handle, clock.now());
  for (const id of found.gone) if (states.has(id)) states.set(id, { state: 'gone' });
  const older = found.posts.flatMap(({ id, editIds }) => editIds.at(-1) ?? id).filter((id) => !isAmong(found, id));
  const newest = older.length === 0 ? null : await ask(account, older, timeout);
  if (newest !== null && newest.kind !== 'found') return laterOrFault(newest, account.handle, clock.now());
  for (const post of [...found.posts, ...(newest?.posts ?? [])]) {
    for (const id of asked.filter((one) => one === post.id || post.editIds.includes(one)))
      states.set(id, { state: 'there', text: decodeEntities(post.text), edition: post.edition });
  }
  return { outcome: 'checked', posts: states };
}

function isAmong({ posts }: Found, id: string): boolean {
  return posts.some((post) => post.id === id);
}

async function ask(account: OwnAccount, ids: readonly string[], timeout: Duration): Promise<Found | Failure> {
  const answer = await account.client.get('tweets', { ids: ids.join(','), 'tweet.fields': FIELDS }, timeout);
  if (answer.kind !== 'ok') return answer;
  const { success, data } = answered.safeParse(answer.body);
  if (!success || (data.data === undefined && data.errors === undefined)) return unreadable('no posts');
  return {
    kind: 'found',
    posts: (data.data ?? []).map(readWirePost).filter((post) => post !== null),
    gone: new Set((data.errors ?? []).filter(isGone).flatMap((one) => one.resource_id ?? one.value ?? [])),
  };
}

/** X tells in a 200 that a post is not there, or not for our eyes. Its other errors say nothing about the post. */
function isGone({ type, resource_type }: z.infer<typeof problem>): boolean {
  return (
    /\/(resource-not-found|not-authorized-for-resource)$/.test(type) &&
    (resource_type === undefined || /^(tweet|post)$/.test(resource_type))
  );
}
