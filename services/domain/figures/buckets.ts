import { DAY } from '../instant.ts';
import { type Counts, sumOfCounts } from './counts.ts';
import { type Days, type PeriodFigures } from './period-figures.ts';
import { type Day } from './shares.ts';

/** What one bar of a picture stands for. */
export type BucketSize = 'day' | 'week' | 'month' | 'quarter';

/** A stretch of a period, and what was counted in it. */
export interface Bucket extends Days {
  readonly counts: Counts;
}

export interface Buckets {
  readonly size: BucketSize;
  readonly buckets: readonly Bucket[];
}

/** Longer periods have longer bars: a table of more rows than about eighteen is not read. In days. */
const MOST_DAYS = 16;
const MOST_WEEKS = 120;
const MOST_MONTHS = 550;

/** A period in days, weeks (from Monday), months or quarters; the first and the last may be cut off. Ends with `today`. */
export function bucketsOf({ from, until }: Days, today: Day, { perDay }: Pick<PeriodFigures, 'perDay'>): Buckets {
  const end = Math.min(Date.parse(until), Date.parse(today) + DAY);
  const size = sizeFor((end - Date.parse(from)) / DAY);
  const starts: number[] = [];
  for (let at = Date.parse(from); at < end; at += DAY) if (starts.length === 0 || begins(size, at)) starts.push(at);
  return {
    size,
    buckets: starts.map((start, n) => {
      const days = { from: dayOf(start), until: dayOf(starts[n + 1] ?? end) };
      const inside = [...perDay].filter(([day]) => days.from <= day && day < days.until);
      return { ...days, counts: sumOfCounts(inside.map(([, counts]) => counts)) };
    }),
  };
}

function sizeFor(length: number): BucketSize {
  if (length <= MOST_DAYS) return 'day';
  return length <= MOST_WEEKS ? 'week' : length <= MOST_MONTHS ? 'month' : 'quarter';
}

function begins(size: BucketSize, midnight: number): boolean {
  const date = new Date(midnight);
  if (size === 'day') return true;
  if (size === 'week') return date.getUTCDay() === 1;
  return date.getUTCDate() === 1 && (size === 'month' || date.getUTCMonth() % 3 === 0);
}

function dayOf(midnight: number): Day {
  return new Date(midnight).toISOString().slice(0, 10);
}
