import { z } from 'zod/v4';
import { type LookedUp } from '../../domain/dialogue/looked-up.ts';
import { type Duration, SECOND } from '../../domain/instant.ts';
import { type Log } from '../../ports/log.ts';
import { decodeEntities } from './decode-entities.ts';
import { ownLink } from './own-link.ts';
import { type OwnAccount } from './own-account.ts';
import { POST_FIELDS, readWirePost, type WirePost } from './wire-post.ts';

/** Somebody waits for the answer on their card, and Teams gives up after 5 seconds. */
export const PATIENCE: Duration = 4 * SECOND;

const LINK =
  /^(?:https?:\/\/)?(?:www\.|mobile\.|m\.)?(?:x|twitter)\.com\/(?:i\/web|\w{1,15})\/status(?:es)?\/(\d{1,19})(?:[/?#]|$)/i;

const answered = z.object({
  data: z.unknown(),
  includes: z.object({ users: z.array(z.object({ id: z.string(), username: z.string() })).optional() }).optional(),
  errors: z.array(z.object({ type: z.string() })).optional(),
});

/** The id in the address of a post on X, in any of the spellings that people copy; null when it is none. */
export function postIdIn(link: string): string | null {
  return LINK.exec(link.trim())?.[1] ?? null;
}

/** Asks X for one post, as one of our accounts (1 post and 1 user read). null: there are no keys to ask with. */
export async function lookUpPost(
  account: OwnAccount | undefined,
  link: string,
  { log, timeout }: { readonly log: Log; readonly timeout: Duration },
): Promise<LookedUp> {
  const id = postIdIn(link);
  if (id === null) return { outcome: 'unreadable' };
  const unavailable = { outcome: 'unavailable', id, link: ownLink('i', id) } as const;
  if (account === undefined) return unavailable;
  const query = { 'tweet.fields': POST_FIELDS, expansions: 'author_id', 'user.fields': 'username' };
  const answer = await account.client.get(`tweets/${id}`, query, Math.min(timeout, PATIENCE));
  if (answer.kind === 'no' && answer.status === 404) return { outcome: 'absent' };
  const read = answer.kind === 'ok' ? answered.safeParse(answer.body).data : undefined;
  const post = readWirePost(read?.data);
  if (post !== null) return found(post, read?.includes?.users ?? [], account);
  // X tells in a 200 that a post is not there, or not for our eyes.
  if (read?.errors?.some(({ type }) => /resource-not-found|not-authorized-for-resource/.test(type)))
    return { outcome: 'absent' };
  log.warn('X could not be asked for a post that was placed by hand', { id, answer: answer.kind });
  return unavailable;
}

function found(
  post: WirePost,
  users: readonly { readonly id: string; readonly username: string }[],
  own: OwnAccount,
): LookedUp {
  const author = users.find(({ id }) => id === post.authorId)?.username;
  const handle = author ?? (own.id !== null && own.id === post.authorId ? own.handle : (post.authorId ?? 'i'));
  return {
    outcome: 'found',
    id: post.id,
    link: ownLink(handle, post.id),
    at: post.postedAt,
    account: handle,
    inReplyTo: post.repliedTo,
    text: decodeEntities(post.text),
  };
}
