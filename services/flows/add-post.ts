import { manualPost, type TypedPost, type WrongField } from '../domain/manual-post.ts';
import { type Member } from '../domain/people.ts';
import { takeInPost } from './take-in-posts.ts';
import { type World } from './world.ts';

/** What came of a form: a dialogue, a field that is wrong, or nothing, for that form was used before. */
export type Added = 'added' | 'used-before' | WrongField;

/** A message that a person brings in goes the way of every other post. `form` is the form's name: each works once. */
export async function addPost(world: World, form: string, typed: TypedPost, by: Member): Promise<Added> {
  const { clock, texts } = world;
  const post = manualPost(typed, form, by, { at: clock.now(), personalData: (text) => texts.personalData(text) });
  if (typeof post === 'string') return post;
  const { due } = await takeInPost(world, post);
  return due.length > 0 ? 'added' : 'used-before';
}
