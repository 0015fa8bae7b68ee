import { type Post } from '../domain/post.ts';
import { type Acted, actOnDialogue } from './act-on-dialogue.ts';
import { type World } from './world.ts';

/**
 * A dialogue that begins in somebody's thread may be a reaction to an own post of ours: then that one counts it, once,
 * however often the post is read. It costs one look-up, and only for the post that begins such a dialogue.
 */
export async function countReaction(world: World, post: Post, { stored }: Acted): Promise<void> {
  const { network, id, thread, author } = post;
  if (post.private === true || thread === id || stored?.dialogue.posts[0]?.id !== id) return;
  const own = await world.store.dialogueOfPost(network, thread);
  const operation = `react:${id}`;
  if (own === null || (await world.store.wasDone(own, operation))) return;
  await actOnDialogue(world, own, { type: 'react', handle: author.handle }, { operation });
}
