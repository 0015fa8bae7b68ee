import twitterText from 'twitter-text';
import { z } from 'zod/v4';
import { DETAILS, invalid, problem, type ServerAnswer } from './problems.ts';
import { escaped, withShortLinks } from './wire.ts';
import { isSummoned, type StoredPost, type World } from './world.ts';

/** On self-serve plans a reply is only taken where the author mentioned or quoted the account (since 2026-02-23). */
export type Plan = 'self-serve' | 'enterprise';

const request = z.strictObject({
  text: z.string().min(1),
  reply: z.strictObject({ in_reply_to_tweet_id: z.string() }).optional(),
});

/** `POST /2/tweets` as `handle`, with X's refusals in X's words. */
export function createPost(handle: string, body: unknown, world: World, plan: Plan): ServerAnswer {
  const read = request.safeParse(body);
  if (!read.success) return invalid('text', '', read.error.issues[0]?.message ?? 'invalid');
  const { text, reply } = read.data;
  const parentId = reply?.in_reply_to_tweet_id;
  if (parentId !== undefined && !/^\d{1,19}$/.test(parentId))
    return invalid('reply.in_reply_to_tweet_id', parentId, 'reply.in_reply_to_tweet_id is not a valid Tweet ID');
  if (!twitterText.parseTweet(text).valid) return problem(400, DETAILS.tooLong);
  const refusal = parentId === undefined ? null : refusalOf(handle, world.find(parentId), world, plan);
  if (refusal !== null) return problem(403, refusal);
  if (isDouble(handle, text, parentId, world)) return problem(403, DETAILS.duplicate);
  const post = world.add({ author: handle, text, ...(parentId === undefined ? {} : { inReplyTo: parentId }) });
  const shown = escaped(withShortLinks(post.text));
  return { status: 201, body: { data: { id: post.id, text: shown, edit_history_tweet_ids: [post.id] } } };
}

function refusalOf(handle: string, parent: StoredPost | undefined, world: World, plan: Plan): string | null {
  if (parent === undefined || parent.deleted) return DETAILS.deleted;
  if (parent.author.handle.toLowerCase() === handle.toLowerCase()) return null;
  if (parent.repliesClosed) return DETAILS.repliesClosed;
  return isSummoned(handle, parent, world) || plan === 'enterprise' ? null : DETAILS.notSummoned;
}

// X compares what would be shown: the same words to another citizen are another post.
function isDouble(handle: string, text: string, parentId: string | undefined, world: World): boolean {
  const to = parentId === undefined ? null : (world.find(parentId)?.author.id ?? null);
  return world.all().some((post) => {
    const answered = post.inReplyTo === null ? null : (world.find(post.inReplyTo)?.author.id ?? null);
    return (
      !post.deleted &&
      post.author.handle.toLowerCase() === handle.toLowerCase() &&
      post.typed.normalize('NFC').trim() === text.normalize('NFC').trim() &&
      answered === to
    );
  });
}
