import { type Days } from '../domain/figures/period-figures.ts';
import { type Interval } from '../domain/instant.ts';
import { type Calendar } from '../ports/calendar.ts';

/** A stretch of local days as moments, from midnight to midnight. */
export function daysOnClock(calendar: Pick<Calendar, 'localMoment'>, { from, until }: Days): Interval {
  const midnight = (day: string): number => calendar.localMoment(day, '00:00') ?? Date.parse(`${day}T00:00Z`);
  return { from: midnight(from), until: midnight(until) };
}
