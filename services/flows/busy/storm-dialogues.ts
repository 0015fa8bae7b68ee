import { type StoredDialogue } from '../../ports/dialogue-store.ts';
import { type World } from '../world.ts';

/** All that began in a storm. */
export async function stormDialogues({ store }: World, storm: string): Promise<readonly StoredDialogue[]> {
  const dialogues: StoredDialogue[] = [];
  for await (const stored of store.ofStorm(storm)) dialogues.push(stored);
  return dialogues;
}
