import { type Dialogue } from '../domain/dialogue/dialogue.ts';
import { SECOND } from '../domain/instant.ts';
import { type Person } from '../domain/people.ts';
import { type PersonalMessage } from '../domain/personal-message.ts';
import { Fault } from '../ports/fault.ts';
import { tellOnce } from './tell-once.ts';
import { viewDialogue } from './view-dialogue.ts';
import { type World } from './world.ts';

/** Brings a compliment to each of those who earned it, 1:1; who cannot be reached that way is mentioned in the thread. */
export async function passOn(world: World, dialogue: string): Promise<void> {
  await tellOnce(world, dialogue, isPassingOn, async (stored, thread) => {
    const { praise } = stored.dialogue;
    let reach: 'chat' | 'thread' = 'chat';
    if (praise !== undefined) {
      const message = { kind: 'compliment', view: viewDialogue(world, stored), by: praise.by } as const;
      for (const person of praise.people)
        if ((await reached(world, person, message, thread)) === 'thread') reach = 'thread';
    }
    return { type: 'praiseArrived', reach };
  });
}

export function isPassingOn({ praise }: Dialogue): boolean {
  return praise?.reach === null;
}

async function reached(
  { chats, log }: World,
  person: Person,
  message: PersonalMessage,
  thread: string | null,
): Promise<'chat' | 'thread'> {
  if ((await chats.send(person.email, message)) !== 'refused') return 'chat';
  if (thread === null)
    throw new Fault('teams', 'a compliment waits for the thread that it can be told in', undefined, SECOND);
  if ((await chats.sendIn({ in: 'thread', thread }, person, message)) === 'refused')
    log.warn('somebody could not be told of a compliment', {});
  return 'thread';
}
