import { clockOf } from '../domain/dialogue/by-time/clock.ts';
import { type Dialogue } from '../domain/dialogue/dialogue.ts';
import { type Person } from '../domain/people.ts';
import { type StoredDialogue } from '../ports/dialogue-store.ts';
import { tellOnce } from './tell-once.ts';
import { viewDialogue } from './view-dialogue.ts';
import { type World } from './world.ts';

/** Tells who stands by, 1:1, the first of them who can be reached; and keeps whether that could be done. */
export async function callStandBy(world: World, dialogue: string): Promise<void> {
  await tellOnce(world, dialogue, isCalling, async (stored, thread) => {
    const who = await reach(world, stored, thread);
    if (who === null) world.log.warn('nobody who stands by can be reached in Teams', { dialogue });
    return { type: 'standByAnswered', who };
  });
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
