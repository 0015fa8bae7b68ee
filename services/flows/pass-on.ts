import { type Dialogue } from '../domain/dialogue/dialogue.ts';
import { SECOND } from '../domain/instant.ts';
import { type Person } from '../domain/people.ts';
import { type PersonalMessage } from '../domain/personal-message.ts';
import { Fault } from '../ports/fault.ts';
import { actOnDialogue } from './act-on-dialogue.ts';
import { viewDialogue } from './view-dialogue.ts';
import { type World } from './world.ts';

/** Longer than a few messages to Teams may take, so that a sender that still runs is never overtaken. */
const LOCK_TIME = 60 * SECOND;

/**
 * Brings a compliment to each of those who earned it, 1:1; who cannot be reached that way is mentioned in the thread. One
 * instance at a time, under the lock of showing the dialogue: a crash before it is kept brings it a second time.
 */
export async function passOn(world: World, dialogue: string): Promise<void> {
  const lock = await world.store.lockShown(dialogue, world.unique(), LOCK_TIME);
  if (lock === null) throw new Fault('teams', `another instance is busy with dialogue ${dialogue}`, undefined, SECOND);
  try {
    const stored = await world.store.load(dialogue);
    const passed = stored?.dialogue.praise;
    if (stored === null || passed === undefined || passed.reach !== null) return;
    const message = { kind: 'compliment', view: viewDialogue(world, stored), by: passed.by } as const;
    let reach: 'chat' | 'thread' = 'chat';
    for (const person of passed.people)
      if ((await reached(world, person, message, lock.shown.thread)) === 'thread') reach = 'thread';
    await actOnDialogue(world, dialogue, { type: 'praiseArrived', reach });
  } finally {
    await world.store.unlockShown(dialogue, lock);
  }
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
