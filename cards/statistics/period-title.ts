import { type BucketSize } from '../../services/domain/figures/buckets.ts';
import { isoWeek, quarterOf } from '../../services/domain/figures/period-code.ts';
import { type Period } from '../../services/domain/figures/period.ts';
import { type Days } from '../../services/domain/figures/period-figures.ts';
import { type Day } from '../../services/domain/figures/shares.ts';
import { type Instant } from '../../services/domain/instant.ts';
import { dayAfter } from '../../services/domain/roster/read-day.ts';
import { type Words } from '../words.ts';

/** "week 48 (ma 23 nov t/m zo 29 nov)", "oktober 2026". `at`: the year of now goes without saying. */
export function periodTitle({ name, from, until }: Period, at: Instant, words: Words): string {
  switch (name) {
    case 'day':
      return words.date(noonOf(from), at);
    case 'week':
      return words.say('figures.period.week', {
        week: String(isoWeek(from).week),
        days: daysInWords({ from, until }, at, words),
      });
    case 'month':
      return words.month(from.slice(0, 7));
    case 'quarter':
      return words.say('figures.period.quarter', { quarter: String(quarterOf(from)), year: from.slice(0, 4) });
    case 'year':
      return from.slice(0, 4);
    case 'days':
      return daysInWords({ from, until }, at, words);
  }
}

/** "ma 23 nov t/m zo 29 nov", or the one day that it is. */
export function daysInWords({ from, until }: Days, at: Instant, words: Words): string {
  const last = dayAfter(until, -1);
  const [first, end] = [words.date(noonOf(from), at), words.date(noonOf(last), at)];
  return from === last ? first : words.say('figures.period.days', { from: first, to: end });
}

/** What one bar of a picture is called. */
export function bucketTitle(size: BucketSize, { from }: Days, at: Instant, words: Words): string {
  switch (size) {
    case 'day':
      return words.date(noonOf(from), at);
    case 'week':
      return words.say('figures.bucket.week', { week: String(isoWeek(from).week) });
    case 'month':
      return words.month(from.slice(0, 7));
    case 'quarter':
      return words.say('figures.bucket.quarter', { quarter: String(quarterOf(from)), year: from.slice(0, 4) });
  }
}

/** A moment that is that day in every time zone but the farthest. */
function noonOf(day: Day): Instant {
  return Date.parse(`${day}T12:00Z`);
}
