import { type Duration, type Instant, MINUTE } from '../domain/instant.ts';
import { type Day, dayOf, markOf, nightBefore } from '../domain/overview/day.ts';
import { type SourceHealth } from '../domain/overview/source-health.ts';
import { type DayBoard } from '../ports/day-board.ts';
import { type Lease } from '../ports/lease.ts';
import { type Thread } from '../ports/team-channel.ts';
import { readOpen } from './read-open.ts';
import { factsNow, type World } from './world.ts';

/** Name of the lease under which the day card is kept; it remembers where the card of today stands. */
export const DAY_CARD_LEASE = 'day-card';
/** Longer than reading all that is open and sending a message take. */
const LEASE_TIME: Duration = 2 * MINUTE;
/** Reading takes at most a twentieth of the time: many open dialogues are read less often. */
const REST = 20;

/** Where it stands, and how every source is doing. */
export interface DayCardParts {
  readonly board: DayBoard;
  sources(): Promise<readonly SourceHealth[]>;
}

/** Today's card. `mark`: what it shows, in short. */
interface Standing {
  readonly day: string;
  readonly at: Thread;
  readonly mark: string;
}

/**
 * One card a day, made in the first opening minute and then changed in place when what it tells has changed, by whoever
 * holds the lease. It is never posted twice on a day: where it stands is stored as soon as Teams has answered, and a card
 * that somebody took away stays away. Gives how long to wait until the next time, at least a minute.
 */
export async function keepDayCard(world: World, parts: DayCardParts): Promise<Duration> {
  const begun = world.clock.now();
  if (nightBefore((from, until) => world.calendar.openHours(from, until), begun) === null) return MINUTE;
  const lease = await world.leases.acquire(DAY_CARD_LEASE, world.instance, LEASE_TIME);
  if (lease === null) return MINUTE;
  const day = await dayNow(world, parts, begun);
  if (day !== null) await show(world, parts, lease, day);
  return Math.max(MINUTE, REST * (world.clock.now() - begun));
}

async function dayNow(world: World, parts: DayCardParts, at: Instant): Promise<Day | null> {
  const facts = factsNow(world);
  const about = {
    at,
    openHours: (from: Instant, until: Instant) => facts.openHours(from, until),
    onDuty: facts.onDuty(at),
    sources: await parts.sources(),
  };
  return dayOf(await readOpen(world), about);
}

async function show(
  { leases, calendar, texts }: World,
  { board }: DayCardParts,
  lease: Lease,
  day: Day,
): Promise<void> {
  const standing = lease.value === '' ? null : (JSON.parse(lease.value) as Standing);
  const today = calendar.localTime(day.at).day;
  const mark = texts.fingerprint(markOf(day));
  if (standing?.day !== today) {
    await leases.save(lease, JSON.stringify({ day: today, at: await board.post(day), mark } satisfies Standing));
    return;
  }
  if (standing.mark === mark) return;
  await board.update(standing.at, day);
  await leases.save(lease, JSON.stringify({ ...standing, mark } satisfies Standing));
}
