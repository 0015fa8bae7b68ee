import { type Thread } from '../../ports/team-channel.ts';
import { type World } from '../world.ts';
import { shownIn } from './show-storm.ts';
import { stormLease } from './tend-storm.ts';

/** For reading where its messages stand. */
const LOOK = 1_000;

/** Somebody clicked a card about a storm that is not the live one (a crash posted it twice): it is taken away. */
export async function tidyBusyCard(world: World, storm: string, clicked: Thread): Promise<void> {
  const lease = await world.leases.acquire(stormLease(storm), world.unique(), LOOK);
  // The messages are being sent: the next click does it.
  if (lease === null) return;
  const shown = Object.values(shownIn(lease));
  await world.leases.release(lease);
  const known = shown.some(({ activity }) => activity === clicked.activity);
  if (shown.length > 0 && !known) await world.channel.removeOrphan(clicked);
}
