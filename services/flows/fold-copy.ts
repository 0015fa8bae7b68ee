import { decide } from '../domain/dialogue/decide.ts';
import { isCopyOf, nameOfWords } from '../domain/dialogue/same-words.ts';
import { type WorldCommand } from '../domain/dialogue/world-command.ts';
import { type Acted, actOnDialogue } from './act-on-dialogue.ts';
import { factsNow, type World } from './world.ts';

type Receive = Extract<WorldCommand, { type: 'receive' }>;

/**
 * Counts a post in the dialogue of another citizen that began with the same words; null: it is no copy, and goes its own
 * way. Who is first to name a text, and where each copy goes, are kept before anything is stored, and stay: a crash, a
 * second instance and a second way of finding the post all come to the same. Counted once per citizen.
 */
export async function foldCopy(world: World, command: Receive): Promise<Acted | null> {
  const { store, texts } = world;
  const { dialogue: own, post } = command;
  const name = nameOfWords(post, command.mode);
  if (name === null) return null;
  const first = await store.bindPost(post.network, `words:${texts.fingerprint(name)}`, own);
  if (first === own || (await store.load(own)) !== null) return null;
  const target = await store.bindPost(post.network, post.id, (await isFoldable(world, first, command)) ? first : own);
  const original = target === own ? null : await store.load(target);
  const of = original?.dialogue.posts[0]?.id;
  if (original === null || of === undefined) return null;
  const operation = `copy:${post.author.id}`;
  if (await store.wasDone(target, operation)) return { stored: original, refusal: null, due: [] };
  return actOnDialogue(world, target, { type: 'echo', of, handle: post.author.handle, how: 'copy' }, { operation });
}

async function isFoldable(world: World, first: string, command: Receive): Promise<boolean> {
  const original = await world.store.load(first);
  // Named and never stored: its process died, and it is read again.
  if (original === null) return false;
  const [opened] = decide(null, command, factsNow(world)).events;
  if (opened?.type !== 'opened') return false;
  const text = original.texts.get(original.dialogue.posts[0]?.id ?? '');
  return isCopyOf(original.dialogue, text, opened, command.post.text, world.settings);
}
