import { type Dialogue } from '../domain/dialogue/dialogue.ts';
import { type Entry } from '../domain/overview/entry.ts';
import { MANUAL } from '../domain/post.ts';
import { type StoredDialogue } from '../ports/dialogue-store.ts';
import { type Acted, actOnDialogue } from './act-on-dialogue.ts';
import { viewDialogue } from './view-dialogue.ts';
import { type World } from './world.ts';

/** As many as somebody reads through. */
const MOST = 10;

/**
 * A dialogue that just began is told how often this citizen spoke to us before: one query for the index of the citizen, and
 * one for each earlier dialogue. A crash in between leaves it untold. Who came by another way has no name that lasts.
 */
export async function tellAcquainted(world: World, { stored, due }: Acted): Promise<void> {
  if (stored === null || due.length === 0 || stored.dialogue.version !== 1 || stored.dialogue.network === MANUAL)
    return;
  const { dialogue } = stored;
  const month = monthOf(world, dialogue);
  const before = await earlierOf(world, dialogue);
  if (before.length === 0) return;
  const thisMonth = before.filter((one) => monthOf(world, one.dialogue) === month).length;
  await actOnDialogue(world, dialogue.id, { type: 'acquaint', all: before.length, thisMonth });
}

/** The earlier dialogues of the citizen of this one, newest first, at most ten. */
export async function earlierDialogues(world: World, dialogue: Dialogue): Promise<readonly Entry[]> {
  const before = (await earlierOf(world, dialogue)).sort((one, other) => began(other.dialogue) - began(one.dialogue));
  const found = await Promise.all(before.slice(0, MOST).map((one) => world.store.unsettled(one.dialogue.id)));
  return found.flatMap((one) =>
    one === null ? [] : [{ view: viewDialogue(world, one.stored), thread: one.shown.thread }],
  );
}

async function earlierOf({ store }: World, dialogue: Dialogue): Promise<StoredDialogue[]> {
  const before: StoredDialogue[] = [];
  for await (const stored of store.ofCitizen(dialogue.network, dialogue.citizen.id))
    if (stored.dialogue.id !== dialogue.id && began(stored.dialogue) <= began(dialogue)) before.push(stored);
  return before;
}

function began({ posts }: Dialogue): number {
  return posts[0]?.at ?? 0;
}

function monthOf({ calendar }: World, dialogue: Dialogue): string {
  return calendar.localTime(began(dialogue)).day.slice(0, 7);
}
