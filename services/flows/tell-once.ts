import { type Dialogue } from '../domain/dialogue/dialogue.ts';
import { type WorldCommand } from '../domain/dialogue/world-command.ts';
import { SECOND } from '../domain/instant.ts';
import { type Person } from '../domain/people.ts';
import { type PersonalMessage } from '../domain/personal-message.ts';
import { type StoredDialogue } from '../ports/dialogue-store.ts';
import { Fault } from '../ports/fault.ts';
import { actOnDialogue } from './act-on-dialogue.ts';
import { type World } from './world.ts';

/** Longer than two messages to Teams may take, so that a caller that still runs is never overtaken. */
const LOCK_TIME = 60 * SECOND;

/**
 * Sends what a dialogue owes to somebody 1:1, and keeps what became of it. One instance at a time, under the lock of
 * showing the dialogue: a crash between the message and its record tells it a second time.
 */
export async function tellOnce(
  world: World,
  dialogue: string,
  isOwed: (dialogue: Dialogue) => boolean,
  tell: (stored: StoredDialogue, thread: string | null) => Promise<WorldCommand>,
): Promise<void> {
  const lock = await world.store.lockShown(dialogue, world.unique(), LOCK_TIME);
  if (lock === null) throw new Fault('teams', `another instance is busy with dialogue ${dialogue}`, undefined, SECOND);
  try {
    const stored = await world.store.load(dialogue);
    if (stored === null || !isOwed(stored.dialogue)) return;
    await actOnDialogue(world, dialogue, await tell(stored, lock.shown.thread));
  } finally {
    await world.store.unlockShown(dialogue, lock);
  }
}

/** The first of them who can be reached 1:1, and got the message; null: nobody. */
export async function firstReached(
  { chats }: World,
  people: readonly Person[],
  message: PersonalMessage,
): Promise<Person | null> {
  for (const person of people) if ((await chats.send(person.email, message)) !== 'refused') return person;
  return null;
}
