import { sharesOf } from '../domain/figures/shares.ts';
import { type Duration, type Instant, MINUTE } from '../domain/instant.ts';
import { Fault } from '../ports/fault.ts';
import { type LeftBehind } from '../ports/figures-store.ts';
import { type Lease } from '../ports/lease.ts';
import { recordHistory } from './record-figures.ts';
import { type World } from './world.ts';

/** What making the figures anew needs of the world: it works beside the bot, or without it. */
export type Rebuilding = Pick<World, 'store' | 'figures' | 'leases' | 'clock' | 'calendar' | 'instance'>;

/** How far it has come. Kept in its lease, so that it goes on from there. */
export interface Rebuilt {
  readonly startedAt: Instant;
  /** Up to and with this dialogue it is done; '' for none. */
  readonly after: string;
  readonly dialogues: number;
}

/** Name of the lease under which it is done. */
const LEASE = 'figures-anew';
/** Longer than a batch takes; who was killed is gone after it. */
const LEASE_TIME: Duration = 2 * MINUTE;
/** Dialogues at once, between two looks at whether to go on. */
const BATCH = 32;

/**
 * Makes all figures anew from what happened in the dialogues, takes away what no dialogue accounts for, and rolls the past
 * days up. The bot may work on: what it records is newer and stands. `goesOn` is asked between batches; false: it stops, and
 * the next time goes on from there. Gives how far it came and, when all is done, how many days were rolled up.
 * @throws Fault('tables'), also when another is at it.
 */
export async function rebuildFigures(
  world: Rebuilding,
  goesOn: (sofar: Rebuilt) => boolean,
): Promise<Rebuilt & { readonly removed: number; readonly days: number | null }> {
  let lease = await held(world);
  let sofar: Rebuilt =
    lease.value === ''
      ? { startedAt: world.clock.now(), after: '', dialogues: 0 }
      : (JSON.parse(lease.value) as Rebuilt);
  if (sofar.after === '') await world.figures.undoRolledUp();
  const finished = async (batch: readonly Past[]): Promise<void> => {
    await Promise.all(batch.map(({ dialogue, history }) => recordHistory(world, dialogue, history)));
    sofar = { ...sofar, after: batch.at(-1)?.dialogue ?? sofar.after, dialogues: sofar.dialogues + batch.length };
    lease = await held(world);
    await world.leases.save(lease, JSON.stringify(sofar));
  };
  let batch: Past[] = [];
  for await (const one of world.store.histories(sofar.after)) {
    batch.push(one);
    if (batch.length < BATCH) continue;
    await finished(batch);
    batch = [];
    if (goesOn(sofar)) continue;
    await world.leases.release(lease);
    return { ...sofar, removed: 0, days: null };
  }
  await finished(batch);
  const removed = await tidy(world, sofar.startedAt);
  const days = await rollUpAll(world);
  lease = await held(world);
  await world.leases.save(lease, '');
  await world.leases.release(lease);
  return { ...sofar, removed, days };
}

interface Past {
  readonly dialogue: string;
  readonly history: Parameters<typeof recordHistory>[2];
}

async function held({ leases, instance }: Rebuilding): Promise<Lease> {
  const lease = await leases.acquire(LEASE, instance, LEASE_TIME);
  if (lease === null)
    throw new Fault('tables', 'The figures are being made anew elsewhere: wait until that is done, or two minutes.');
  return lease;
}

/** What was not recorded since the start: the dialogue is gone or never counted there, or the bot was ahead of us. */
async function tidy(world: Rebuilding, startedAt: Instant): Promise<number> {
  let removed = 0;
  for await (const left of world.figures.leftBehind(startedAt)) {
    if (await isAccountedFor(world, left)) continue;
    await world.figures.forget(left);
    removed += 1;
  }
  return removed;
}

async function isAccountedFor(world: Rebuilding, { dialogue, day }: LeftBehind): Promise<boolean> {
  const history = await world.store.history(dialogue);
  if (history.length === 0) return false;
  const shares = sharesOf(history, world.clock.now(), world.calendar);
  if (day === null ? shares.open === null : !shares.days.has(day)) return false;
  await world.figures.record(dialogue, history.length, shares);
  return true;
}

async function rollUpAll({ figures, clock, calendar }: Rebuilding): Promise<number> {
  let days = 0;
  const { day: today } = calendar.localTime(clock.now());
  for (const day of await figures.toRollUp(today)) if ((await figures.rollUp(day)) === 'rolled') days += 1;
  return days;
}
