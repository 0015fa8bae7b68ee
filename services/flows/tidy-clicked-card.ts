import { MINUTE } from '../domain/instant.ts';
import { type Shown, type ShownWork } from '../ports/dialogue-store.ts';
import { type Thread } from '../ports/team-channel.ts';
import { viewDialogue } from './view-dialogue.ts';
import { type World } from './world.ts';

/** What a card showed when it was clicked: every button brings it along. `seen`: version of the dialogue. */
export interface ClickedCard {
  readonly card: 'root' | 'work';
  /** Of a work card. */
  readonly generation: number;
  readonly seen: number;
}

/** Longer than the HTTP timeout of a message. */
const LOCK_TIME = MINUTE;

/**
 * Somebody clicked a card: is it the live one? One that the dialogue does not know (posted twice by a crash) is taken
 * away. One that was being written in by a former holder has given up its text by this click, and is closed.
 */
export async function tidyClickedCard(
  world: World,
  dialogue: string,
  clicked: Thread,
  drawn: ClickedCard,
): Promise<void> {
  const unsettled = await world.store.unsettled(dialogue);
  if (unsettled === null || unsettled.shown.root === null) return;
  const { shown, stored } = unsettled;
  if (shown.root?.activity === clicked.activity) return;
  const known = shown.work.find(({ activity }) => activity === clicked.activity);
  if (known === undefined) {
    if (isOutlived(drawn, shown)) await world.channel.removeOrphan(clicked);
  } else if (known.form === 'writing' && known.generation !== stored.dialogue.work.generation) {
    await endWriting(world, dialogue, clicked, known);
  }
}

/** Whether another message in the place of this card shows as much or more: an unknown card that shows more is on its way. */
function isOutlived({ card, generation, seen }: ClickedCard, { root, work }: Shown): boolean {
  if (card === 'root') return root !== null && root.version >= seen;
  return work.some((one) => one.generation > generation || (one.generation === generation && one.version >= seen));
}

async function endWriting(world: World, dialogue: string, clicked: Thread, known: ShownWork): Promise<void> {
  let lock = await world.store.lockShown(dialogue, world.unique(), LOCK_TIME);
  // Another sends for this dialogue: the next click does it.
  if (lock === null) return;
  try {
    const stored = await world.store.load(dialogue);
    if (stored === null) return;
    await world.channel.updateWork(clicked, known.generation, viewDialogue(world, stored));
    const ended = { ...known, form: 'ended', version: stored.dialogue.version };
    const work = lock.shown.work.map((one) => (one.activity === clicked.activity ? ended : one));
    lock = (await world.store.saveShown(dialogue, lock, { ...lock.shown, work })) ?? lock;
  } finally {
    await world.store.unlockShown(dialogue, lock);
  }
}
