import { clockOf } from '../domain/dialogue/by-time/clock.ts';
import { type Dialogue } from '../domain/dialogue/dialogue.ts';
import { firstReached, tellOnce } from './tell-once.ts';
import { viewDialogue } from './view-dialogue.ts';
import { type World } from './world.ts';

/** Tells who stands by, 1:1, the first of them who can be reached; and keeps whether that could be done. */
export async function callStandBy(world: World, dialogue: string): Promise<void> {
  await tellOnce(world, dialogue, isCalling, async (stored, thread) => {
    const people = clockOf(stored.dialogue).standBy?.people ?? [];
    const who = await firstReached(world, people, { kind: 'stand-by', view: viewDialogue(world, stored), thread });
    if (who === null) world.log.warn('nobody who stands by can be reached in Teams', { dialogue });
    return { type: 'standByAnswered', who };
  });
}

export function isCalling(dialogue: Dialogue): boolean {
  return clockOf(dialogue).standBy?.state === 'calling';
}
