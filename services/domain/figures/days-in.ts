import { dayAfter } from '../roster/read-day.ts';
import { type Days } from './period-figures.ts';
import { type Day } from './shares.ts';

/** Each day of a period, in order; none where it ends before it begins. */
export function daysIn({ from, until }: Days): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day < until; day = dayAfter(day, 1)) days.push(day);
  return days;
}
