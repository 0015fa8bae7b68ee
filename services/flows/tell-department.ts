import { type Dialogue } from '../domain/dialogue/dialogue.ts';
import { firstReached, tellOnce } from './tell-once.ts';
import { viewDialogue } from './view-dialogue.ts';
import { type World } from './world.ts';

/** Tells the department that takes a dialogue over, 1:1, the first of its people who can be reached; and keeps who that was. */
export async function tellDepartment(world: World, dialogue: string): Promise<void> {
  await tellOnce(world, dialogue, isTelling, async (stored) => {
    const people = stored.dialogue.passedOn?.people ?? [];
    const { organisation } = world.settings;
    const who = await firstReached(world, people, {
      kind: 'passed-on',
      view: viewDialogue(world, stored),
      organisation,
    });
    if (who === null) world.log.warn('nobody of a department can be reached in Teams', { dialogue });
    return { type: 'departmentAnswered', who };
  });
}

export function isTelling({ passedOn }: Dialogue): boolean {
  return passedOn?.state === 'telling';
}
