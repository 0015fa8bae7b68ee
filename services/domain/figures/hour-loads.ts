import { HOUR, type Interval } from '../instant.ts';
import { type DutyShift } from '../roster/duty.ts';
import { weekdayOf } from '../roster/read-day.ts';
import { WEEKDAYS, type Weekday } from '../work-instruction/instruction.ts';
import { counted, type Counts } from './counts.ts';
import { type TownClock } from './shares.ts';

/** One hour of the week: what came in, and who was there. */
export interface HourLoad {
  readonly weekday: Weekday;
  /** 0 to 23, of the town hall's clock. */
  readonly hour: number;
  readonly came: number;
  /** Whether the town hall was open in it, in this period. */
  readonly open: boolean;
  /** How many were on duty while it was open, on average; 0 outside opening hours. */
  readonly people: number;
  /** Open with nobody on duty though words came in, or one person alone in the busiest hours. */
  readonly weak: 'nobody' | 'alone' | null;
}

interface Weighed extends Interval {
  readonly weight: number;
}

/** Alone is weak where so many came in an hour of the week, and so many times what an open hour has on average. */
const BUSY = { from: 3, times: 2 };

/** Every hour of the week in which something came in or the town hall was open, in the order of the week. */
export function hourLoads(
  counts: Counts,
  open: readonly Interval[],
  shifts: readonly DutyShift[],
  localTime: TownClock['localTime'],
): readonly HourLoad[] {
  const openHours = spread(
    open.map((interval) => ({ ...interval, weight: 1 })),
    localTime,
  );
  const dutyHours = spread(
    shifts.flatMap((shift) => whileOpen(shift, open)),
    localTime,
  );
  const inOpen = [...openHours.keys()].reduce((sum, key) => sum + counted(counts, 'hour', key), 0);
  const busy = Math.max(BUSY.from, (BUSY.times * inOpen) / Math.max(1, openHours.size));
  return WEEKDAYS.flatMap((weekday) =>
    Array.from({ length: 24 }, (_, hour) => {
      const key = `${weekday} ${String(hour).padStart(2, '0')}`;
      const came = counted(counts, 'hour', key);
      const hours = openHours.get(key) ?? 0;
      const people = hours === 0 ? 0 : (dutyHours.get(key) ?? 0) / hours;
      const weak =
        came === 0 || hours === 0 ? null : people < 0.5 ? 'nobody' : people < 1.5 && came >= busy ? 'alone' : null;
      return { weekday, hour, came, open: hours > 0, people, weak } as const;
    }).filter(({ came, open: isOpen }) => came > 0 || isOpen),
  );
}

function whileOpen({ from, until, members }: DutyShift, open: readonly Interval[]): readonly Weighed[] {
  return open
    .map((hours) => ({ from: Math.max(from, hours.from), until: Math.min(until, hours.until), weight: members.length }))
    .filter((part) => part.from < part.until);
}

/** How much of each hour of the week lies in some intervals, in hours times their weight. */
function spread(intervals: readonly Weighed[], localTime: TownClock['localTime']): ReadonlyMap<string, number> {
  const hours = new Map<string, number>();
  for (const { from, until, weight } of intervals)
    for (let at = from; at < until;) {
      const next = Math.min(until, (Math.floor(at / HOUR) + 1) * HOUR);
      const { day, hour } = localTime(at);
      const weekday = WEEKDAYS[weekdayOf(day)] ?? 'mon';
      const key = `${weekday} ${String(hour).padStart(2, '0')}`;
      hours.set(key, (hours.get(key) ?? 0) + ((next - at) / HOUR) * weight);
      at = next;
    }
  return hours;
}
