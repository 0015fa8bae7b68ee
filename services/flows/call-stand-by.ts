import { clockOf } from '../domain/dialogue/by-time/clock.ts';
import { type Dialogue } from '../domain/dialogue/dialogue.ts';
import { SECOND } from '../domain/instant.ts';
import { type Person } from '../domain/people.ts';
import { type StoredDialogue } from '../ports/dialogue-store.ts';
import { Fault } from '../ports/fault.ts';
import { actOnDialogue } from './act-on-dialogue.ts';
import { viewDialogue } from './view-dialogue.ts';
import { type World } from './world.ts';

/** Longer than two messages to Teams may take, so that a caller that still runs is never overtaken. */
const LOCK_TIME = 60 * SECOND;

/**
 * Tells who stands by, 1:1, the first of them who can be reached; and keeps whether that could be done. One instance at a
 * time, under the lock of showing the dialogue: a crash between the message and its record tells it a second time.
 */
export async function callStandBy(world: World, dialogue: string): Promise<void> {
  const lock = await world.store.lockShown(dialogue, world.unique(), LOCK_TIME);
  if (lock === null) throw new Fault('teams', `another instance is busy with dialogue ${dialogue}`, undefined, SECOND);
  try {
    const stored = await world.store.load(dialogue);
    if (stored === null || !isCalling(stored.dialogue)) return;
    const who = await reach(world, stored, lock.shown.thread);
    if (who === null) world.log.warn('nobody who stands by can be reached in Teams', { dialogue });
    await actOnDialogue(world, dialogue, { type: 'standByAnswered', who });
  } finally {
    await world.store.unlockShown(dialogue, lock);
  }
}

export function isCalling(dialogue: Dialogue): boolean {
  return clockOf(dialogue).standBy?.state === 'calling';
}

async function reach(world: World, stored: StoredDialogue, thread: string | null): Promise<Person | null> {
  const view = viewDialogue(world, stored);
  for (const person of clockOf(stored.dialogue).standBy?.people ?? [])
    if ((await world.chats.send(person.email, { kind: 'stand-by', view, thread })) !== 'refused') return person;
  return null;
}
