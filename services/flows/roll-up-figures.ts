import { type Duration, HOUR } from '../domain/instant.ts';
import { recordHistory } from './record-figures.ts';
import { type World } from './world.ts';

/** Name of the lease under which days are rolled up; it keeps the day of the last time. */
export const FIGURES_LEASE = 'figures';
/** For one round; the first one after a year takes minutes. */
const LEASE_TIME: Duration = HOUR;
/** From this hour on the local clock: no instance still writes what it worked out before midnight. */
const NIGHT = 2;

/**
 * Once a day, in the night, or later when nobody was there: what is open is worked out anew, so that what no longer depends
 * on the moment moves to its day, and each day that is over becomes one row. A day that changes while it is rolled up is
 * left for the next night. @throws Fault('tables')
 */
export async function rollUpFigures(world: World): Promise<void> {
  const lease = await world.leases.acquire(FIGURES_LEASE, world.instance, LEASE_TIME);
  const { day: today, hour } = world.calendar.localTime(world.clock.now());
  if (lease === null || lease.value === today || hour < NIGHT) return;
  const open = await world.figures.open();
  for (const { dialogue } of open) {
    const history = await world.store.history(dialogue);
    if (history.length > 0) await recordHistory(world, dialogue, history);
  }
  let days = 0;
  for (const day of await world.figures.toRollUp(today)) if ((await world.figures.rollUp(day)) === 'rolled') days += 1;
  await world.leases.save(lease, today);
  world.log.info('the figures of past days were rolled up', { days, open: open.length });
}
