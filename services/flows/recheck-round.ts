import { type Instant } from '../domain/instant.ts';
import { type World } from './world.ts';

/** Posts of so many days are looked up again where that costs nothing. */
const DAYS = 30;
/** From this hour on the local clock: nobody is typing on the cards that change. */
const NIGHT = 2;

/** How far the looking up again has got, and what it found. Kept as JSON in its lease. */
export interface RecheckRound {
  readonly startedAt: Instant;
  /** How many days, `startedAt`'s own first, and how many of them are done. */
  readonly days: number;
  readonly day: number;
  /** Of the day under way: up to and with this dialogue it is done. */
  readonly after: string;
  /** The network asked to wait until then. */
  readonly notBefore: Instant;
  readonly done: boolean;
  readonly checked: number;
  readonly gone: number;
  readonly edited: number;
  /** The network said nothing of these that can be relied on. */
  readonly unknown: number;
}

/** For X the settings say it, since each post costs money each time. */
export function daysToRecheck({ settings }: World, network: string): number {
  return network === 'x' ? settings.x.recheck : DAYS;
}

export function beginRound({ clock }: World, days: number): RecheckRound {
  const begun = { startedAt: clock.now(), days, day: 0, after: '', notBefore: 0, done: false };
  return { ...begun, checked: 0, gone: 0, edited: 0, unknown: 0 };
}

export function roundIn(value: string): RecheckRound | null {
  return value === '' ? null : (JSON.parse(value) as RecheckRound);
}

/** Whether there is a round to go on with or to begin: each local day one, in the night, or later when nobody was there. */
export function isTimeFor({ clock, calendar, recheckEvery }: World, round: RecheckRound | null): boolean {
  const now = clock.now();
  if (round === null) return true;
  if (!round.done) return now >= round.notBefore;
  if (recheckEvery !== null) return now >= round.startedAt + recheckEvery;
  const local = calendar.localTime(now);
  return local.hour >= NIGHT && local.day !== calendar.localTime(round.startedAt).day;
}
