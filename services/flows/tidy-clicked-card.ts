import { MINUTE } from '../domain/instant.ts';
import { type Thread } from '../ports/team-channel.ts';
import { viewDialogue } from './view-dialogue.ts';
import { type World } from './world.ts';

/**
 * Somebody clicked a card: is it the live one? One that the dialogue does not know (posted twice by a crash) is taken
 * away. One that was being written in by a former holder has given up its text by this click, and is closed.
 */
export async function tidyClickedCard(world: World, dialogue: string, clicked: Thread): Promise<void> {
  const unsettled = await world.store.unsettled(dialogue);
  if (unsettled === null || unsettled.shown.root === null) return;
  const { shown, stored } = unsettled;
  const known =
    shown.root?.activity === clicked.activity
      ? 'root'
      : shown.work.find(({ activity }) => activity === clicked.activity);
  if (known === 'root') return;
  if (known === undefined) {
    await world.channel.removeOrphan(clicked);
    return;
  }
  if (known.form !== 'writing' || known.generation === stored.dialogue.work.generation) return;
  const lock = await world.store.lockShown(dialogue, world.unique(), MINUTE);
  if (lock === null) return;
  await world.channel.updateWork(clicked, known.generation, viewDialogue(world, stored));
  const work = lock.shown.work.map((one) =>
    one.activity === clicked.activity ? { ...one, form: 'ended', version: stored.dialogue.version } : one,
  );
  const saved = await world.store.saveShown(dialogue, lock, { ...lock.shown, work });
  if (saved !== null) await world.store.unlockShown(dialogue, saved);
}
