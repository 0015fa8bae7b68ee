import { type Entry } from '../domain/overview/entry.ts';
import { viewDialogue } from './view-dialogue.ts';
import { type World } from './world.ts';

/** Every dialogue that is not closed or set aside: one query for the index, and one for each of them. */
export async function readOpen(world: World): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const stored of world.store.open())
    entries.push({ view: viewDialogue(world, stored), thread: stored.thread });
  return entries;
}
