import { DAY } from '../instant.ts';
import { dayAfter, weekdayOf } from '../roster/read-day.ts';
import { type Period } from './period.ts';
import { type Day } from './shares.ts';

/**
 * A period as one word that means the same on every later day, and that `Calendar.periodIn` reads: `2026-11-24`,
 * `2026-W48`, `2026-11`, `2026-Q4`, `2026`, `2026-10-01..2026-11-15`.
 */
export function periodCode({ name, from, until }: Period): string {
  switch (name) {
    case 'day':
      return from;
    case 'week': {
      const { year, week } = isoWeek(from);
      return `${year}-W${String(week).padStart(2, '0')}`;
    }
    case 'month':
      return from.slice(0, 7);
    case 'quarter':
      return `${from.slice(0, 4)}-Q${quarterOf(from)}`;
    case 'year':
      return from.slice(0, 4);
    case 'days':
      return `${from}..${dayAfter(until, -1)}`;
  }
}

/** 1 to 4. */
export function quarterOf(day: Day): number {
  return Math.ceil(Number(day.slice(5, 7)) / 3);
}

/** The week of ISO 8601 in which a day lies. Its year is that of its Thursday. */
export function isoWeek(day: Day): { readonly year: number; readonly week: number } {
  const thursday = new Date(Date.parse(day) + (3 - weekdayOf(day)) * DAY);
  const year = thursday.getUTCFullYear();
  return { year, week: Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY)) + 1 };
}
