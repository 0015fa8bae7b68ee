import { join } from 'node:path';
import { appendLine } from '../../services/adapters/practice/append-line.ts';
import { createKnownPosts, POSTS_FILE } from '../../services/adapters/practice/known-posts.ts';
import { type PlacedReply } from '../../services/adapters/practice/placed-line.ts';
import { createPlacedReplies } from '../../services/adapters/practice/placed-replies.ts';
import { type PostLine } from '../../services/adapters/practice/post-line.ts';
import { type Instant, MINUTE, SECOND } from '../../services/domain/instant.ts';
import { type Log } from '../../services/ports/log.ts';
import { followUpId, type ShippedPosts } from './shipped-posts.ts';

/** What is still to come into a practice folder. Both are idempotent: what stands in the folder never comes again. */
export interface Feed {
  /** Appends the next shipped post; false when all have come. */
  next(now: Instant): Promise<boolean>;
  /** Appends every follow-up whose time has come. */
  followUps(now: Instant): Promise<void>;
}

/**
 * The folder itself is the memory: a shipped post has come when its id stands in `posts.jsonl`, and a follow-up is due from
 * the time in `placed.jsonl` on. So a restart goes on where it was, after a crash too, and emptying the folder starts again.
 */
export function createFeed(shipped: ShippedPosts, folder: string, log: Log): Feed {
  const known = createKnownPosts(folder);
  const placed = createPlacedReplies(folder, log);
  const authors = authorsOf(shipped);
  const followUps = new Map(shipped.followUps.map((one) => [one.after, one]));
  const write = (line: PostLine): Promise<void> => appendLine(join(folder, POSTS_FILE), line);

  function followUpTo(reply: PlacedReply, now: Instant): PostLine | null {
    const followUp = followUps.get(reply.inReplyTo ?? '');
    const author = authors.get(reply.inReplyTo ?? '');
    if (!followUp || !author || known.has(followUpId(followUp.after))) return null;
    if (now < Date.parse(reply.at) + followUp.delaySeconds * SECOND) return null;
    const id = followUpId(followUp.after);
    const line = { id, author, account: reply.account, inReplyTo: reply.id, at: iso(now), text: followUp.text };
    // Who is answered in private goes on in private.
    return reply.privateTo === undefined ? line : { ...line, private: true };
  }

  return {
    async next(now) {
      await known.refresh();
      const post = shipped.posts.find((one) => !known.has(one.id));
      if (!post) return false;
      const { minutesAgo = 0, text, ...line } = post;
      await write({ ...line, at: iso(now - minutesAgo * MINUTE), text });
      return true;
    },
    async followUps(now) {
      await placed.refresh();
      for (const reply of placed.standing()) {
        await known.refresh();
        const line = followUpTo(reply, now);
        if (line) await write(line);
      }
    },
  };
}

/** Who wrote each shipped post, and so each follow-up to it. A follow-up to a follow-up must stand below it. */
function authorsOf({ posts, followUps }: ShippedPosts): ReadonlyMap<string, PostLine['author']> {
  const authors = new Map(posts.map((post) => [post.id, post.author]));
  for (const { after } of followUps) {
    const author = authors.get(after);
    if (author) authors.set(followUpId(after), author);
  }
  return authors;
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}
