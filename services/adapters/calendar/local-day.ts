import { DateTime } from 'luxon';
import { type Instant, type Interval } from '../../domain/instant.ts';
import { type DayHours } from '../../domain/work-instruction/instruction.ts';

/** Midnight at the start of the local day of a moment. In zones that skip midnight: the first moment of that day. */
export function localDay(at: Instant, zone: string): DateTime {
  return DateTime.fromMillis(at, { zone }).startOf('day');
}

/** A local day and clock time as a moment; null for what is none. Of a time that comes twice it is one of the two. */
export function localMoment(day: string, time: string, zone: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return null;
  const moment = DateTime.fromISO(`${day}T${time}`, { zone });
  return moment.isValid ? moment.toMillis() : null;
}

/** Minutes after midnight on the local clock. */
export function clockTime(at: Instant, zone: string): number {
  const { hour, minute } = DateTime.fromMillis(at, { zone });
  return hour * 60 + minute;
}

/**
 * Local clock times of one day as moments. They stay clock times when the clock jumps, so a stretch over the jump
 * lasts an hour less or more, and 00:00-24:00 is the whole day of 23, 24 or 25 hours. A time that the clock skips is
 * the same time after the jump (02:30 → 03:30); of a time that comes twice the stretch takes the outermost.
 */
export function stretchOf(day: DateTime, { from, until }: DayHours): Interval {
  return { from: Math.min(...momentsOf(day, from)), until: Math.max(...momentsOf(day, until)) };
}

/** Every moment of the day at which the local clock shows `minutes` after midnight. */
function momentsOf(day: DateTime, minutes: number): readonly Instant[] {
  if (minutes >= 24 * 60) return [day.plus({ days: 1 }).startOf('day').toMillis()];
  const clock = day.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
  return clock.getPossibleOffsets().map((moment) => moment.toMillis());
}
