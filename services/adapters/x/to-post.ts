import { type Post } from '../../domain/post.ts';
import { type OwnPost } from '../../ports/network.ts';
import { decodeEntities } from './decode-entities.ts';
import { ownLink } from './own-link.ts';
import { surroundingsIn } from './surroundings.ts';
import { type Timeline, type WireUser } from './timeline.ts';
import { type WirePost } from './wire-post.ts';

/** The name of this network. */
export const X = 'x';

/**
 * A post in our own words. X may leave its author out (suspended, gone): then the id stands for the handle.
 * `found`: how we came by it, from its whole text.
 */
export function toPost(
  wire: WirePost,
  user: WireUser | undefined,
  timeline: Timeline,
  found: (text: string) => Pick<Post, 'account' | 'foundBy'>,
): Post {
  const authorId = wire.authorId ?? 'unknown';
  const handle = user?.username ?? authorId;
  const text = decodeEntities(wire.text);
  const surroundings = surroundingsIn(wire, timeline);
  return {
    network: X,
    id: wire.firstId,
    thread: threadOf(wire),
    author: { id: authorId, handle, name: user?.name ?? handle },
    text,
    postedAt: wire.postedAt,
    inReplyTo: wire.repliedTo,
    // `i` stands for whoever wrote it: X leads on to the right page.
    link: `https://x.com/${user?.username ?? 'i'}/status/${wire.id}`,
    ...found(text),
    ...((wire.replySettings ?? 'everyone') === 'everyone' ? {} : { limited: true as const }),
    ...(wire.edition === 0 ? {} : { edition: wire.edition }),
    ...(surroundings === undefined ? {} : { surroundings }),
  };
}

/** A post of an account of ours. */
export function toOwnPost(wire: WirePost, account: string): OwnPost {
  const { firstId: id, postedAt, repliedTo: post, repliedToAuthor: author } = wire;
  return {
    account,
    id,
    thread: threadOf(wire),
    text: decodeEntities(wire.text),
    postedAt,
    link: ownLink(account, wire.id),
    inReplyTo: post === null || author === null ? null : { post, author },
  };
}

/** X's id of the conversation; one whose first post was edited may carry the id of any of its edits, here it is the first. */
export function threadOf({ conversationId, editIds, firstId }: WirePost): string {
  return conversationId === null || editIds.includes(conversationId) ? firstId : conversationId;
}
