import { type Storm } from '../../domain/busy/storm.ts';
import { nextWake } from '../../domain/dialogue/wake.ts';
import { type Duration, MINUTE } from '../../domain/instant.ts';
import { factsNow, type World } from '../world.ts';

/** So long after the end it is done, at each turn: once is enough, and a crash is no reason to miss it. */
const AFTER: Duration = 2 * MINUTE;

/** What stood still in a storm goes on when it is over: the moments of all that is open are told to the clock again. */
export async function wakeHeld(world: World, { practice, off }: Storm): Promise<void> {
  const now = world.clock.now();
  if (off === null || now > off.at + AFTER) return;
  for await (const { dialogue } of world.store.open()) {
    if ((dialogue.mode === 'practice') !== practice) continue;
    const wake = nextWake(dialogue, factsNow(world));
    if (wake !== null) await world.store.wakeAt(dialogue.id, Math.max(wake, now), dialogue.version);
  }
}
