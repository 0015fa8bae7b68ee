import { type Instant } from './instant.ts';

/** The percentages of the monthly ceiling at which the coordinators are told. */
export const WARN_AT = [50, 80, 95, 100] as const;
export type WarnPercent = (typeof WARN_AT)[number];

/** In %: from here on what is listened for unasked is read `SLOWER` times less often, and from there not at all. */
const SLOW_FROM = 80;
const STOP_FROM = 95;

/** How many times less often a search is made at the pace `slow`. */
export const SLOWER = 4;

/** How often to search for what nobody asked us: as always, `SLOWER` times less often, or not until next month. */
export type SearchPace = 'normal' | 'slow' | 'stop';

/**
 * What watch terms may still do, by what is spent this month and the ceiling (USD; null: there is none). Only searches go by
 * it: mentions, private messages and replies always go on, also past 100 %.
 */
export function searchPace(spent: number, monthly: number | null): SearchPace {
  if (reached(STOP_FROM, spent, monthly)) return 'stop';
  return reached(SLOW_FROM, spent, monthly) ? 'slow' : 'normal';
}

/** The highest percentage that is reached and was not told yet; `told` is the last one told this month, 0 for none. */
export function warningDue(spent: number, monthly: number | null, told: number): WarnPercent | null {
  return WARN_AT.findLast((percent) => percent > told && reached(percent, spent, monthly)) ?? null;
}

/** The calendar month in UTC, `2026-11`: X counts days in UTC, so a month of ours begins with a day of X. */
export function monthOf(at: Instant): string {
  return dayOf(at).slice(0, 7);
}

/** The day in UTC, `2026-11-24`: within it X charges the same thing once. */
export function dayOf(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10);
}

function reached(percent: number, spent: number, monthly: number | null): boolean {
  return monthly !== null && spent * 100 >= monthly * percent;
}
