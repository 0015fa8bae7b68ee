import { type Dialogue } from '../domain/dialogue/dialogue.ts';
import { type Person } from '../domain/people.ts';
import { type PersonalMessage } from '../domain/personal-message.ts';
import { type StoredDialogue } from '../ports/dialogue-store.ts';
import { tellOnce } from './tell-once.ts';
import { viewDialogue } from './view-dialogue.ts';
import { type World } from './world.ts';

/** Tells the department that takes a dialogue over, 1:1, the first of its people who can be reached; and keeps who that was. */
export async function tellDepartment(world: World, dialogue: string): Promise<void> {
  await tellOnce(world, dialogue, isTelling, async (stored) => {
    const who = await reach(world, stored);
    if (who === null) world.log.warn('nobody of a department can be reached in Teams', { dialogue });
    return { type: 'departmentAnswered', who };
  });
}

export function isTelling({ passedOn }: Dialogue): boolean {
  return passedOn?.state === 'telling';
}

async function reach(world: World, stored: StoredDialogue): Promise<Person | null> {
  const { organisation } = world.settings;
  const message: PersonalMessage = { kind: 'passed-on', view: viewDialogue(world, stored), organisation };
  for (const person of stored.dialogue.passedOn?.people ?? [])
    if ((await world.chats.send(person.email, message)) !== 'refused') return person;
  return null;
}
