import { inOrder } from '../../domain/busy/lists.ts';
import { isTakable } from '../../domain/dialogue/listed/place-in-storm.ts';
import { type Member } from '../../domain/people.ts';
import { type StoredDialogue } from '../../ports/dialogue-store.ts';
import { actOnDialogue } from '../act-on-dialogue.ts';
import { type World } from '../world.ts';
import { stormDialogues } from './storm-dialogues.ts';

/** Others were first this often in a row: more people than a team has. */
const TRIES = 20;
const NAMES = 'busy';

/**
 * Gives somebody the next dialogue of a list. Two who click at once get two different ones; a click that comes twice gives
 * the same one: which it is about is named before anything is done. `topic` undefined: of any list. null: none is left.
 */
export async function takeNext(
  world: World,
  storm: string,
  topic: string | null | undefined,
  by: Member,
  operation: string,
): Promise<StoredDialogue | null> {
  const { store, texts } = world;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const name = `take:${texts.fingerprint(operation)}:${attempt}`;
    const named = await store.dialogueOfPost(NAMES, name);
    const next = named ?? (await nextOf(world, storm, topic));
    if (next === null) return null;
    const dialogue = named ?? (await store.bindPost(NAMES, name, next));
    const { stored, refusal } = await actOnDialogue(
      world,
      dialogue,
      { type: 'takeFromList', taker: by },
      { operation },
    );
    if (refusal === null) return stored;
  }
  return null;
}

async function nextOf(world: World, storm: string, topic: string | null | undefined): Promise<string | null> {
  const all = (await stormDialogues(world, storm)).map(({ dialogue }) => dialogue);
  const fits = all.filter((one) => isTakable(one) && (topic === undefined || one.topic === topic));
  return inOrder(fits)[0]?.id ?? null;
}
