import { isUnderWay } from '../domain/dialogue/decide-outside.ts';
import { type OwnPost } from '../ports/network.ts';
import { actOnDialogue } from './act-on-dialogue.ts';
import { dialogueOf } from './dialogue-of.ts';
import { type World } from './world.ts';

/**
 * A post of our own account: known, an answer that was given on the network itself and is now recorded, or nothing to do
 * with any dialogue. `later`: a call of ours is under way in its dialogue, and it may be that very reply.
 */
export async function takeInOwnPost(
  world: World,
  network: string,
  post: OwnPost,
): Promise<'known' | 'recorded' | 'elsewhere' | 'later'> {
  if (post.inReplyTo === null) return 'elsewhere';
  const { id, account, link, postedAt: at, thread, inReplyTo } = post;
  const dialogue = dialogueOf(world, { network, thread, author: { id: inReplyTo.author } });
  const { stored, due } = await actOnDialogue(
    world,
    dialogue,
    { type: 'foundOwn', id, account, inReplyTo: inReplyTo.post, link, at },
    { texts: new Map([[id, post.text]]) },
  );
  if (stored === null) return 'elsewhere';
  if (due.length > 0) return 'recorded';
  const known = stored.dialogue.posts.some((one) => one.id === id);
  return !known && isUnderWay(stored.dialogue) ? 'later' : 'known';
}
