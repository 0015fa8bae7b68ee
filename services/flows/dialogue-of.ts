import { type Author, type Post } from '../domain/post.ts';
import { type World } from './world.ts';

/** The dialogue of one citizen on one thread of one network has one id, whoever reads the post and however often. */
export function dialogueOf(
  world: Pick<World, 'texts'>,
  post: Pick<Post, 'network' | 'thread'> & { readonly author: Pick<Author, 'id'> & Partial<Author> },
): string {
  return world.texts.fingerprint(JSON.stringify([post.network, post.thread, post.author.id]));
}
