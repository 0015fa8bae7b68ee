import { type DateTime } from 'luxon';
import { type Instant, type Interval } from '../../domain/instant.ts';
import { type DutyShift } from '../../domain/roster/duty.ts';
import { WEEKDAYS, type Settings, type Weekday } from '../../domain/work-instruction/instruction.ts';
import { stretchOf } from './local-day.ts';
import { type IsHoliday } from './public-holidays.ts';

/** One local day worked out: what the clock and the roster say about it, as moments. */
export interface DayPlan {
  /** The first moment of the next local day. */
  readonly until: Instant;
  /** null on a closed day. */
  readonly open: Interval | null;
  /** In the order of the roster; empty on a holiday or an own closed day. */
  readonly shifts: readonly DutyShift[];
}

/** The plan of the local day that starts at `day`. */
export function planDay(settings: Settings, isHoliday: IsHoliday, day: DateTime): DayPlan {
  const until = day.plus({ days: 1 }).startOf('day').toMillis();
  const closed = settings.hours.closed.includes(day.toFormat('yyyy-MM-dd')) || isHoliday(day);
  if (closed) return { until, open: null, shifts: [] };
  const weekday = weekdayOf(day);
  const hours = settings.hours.open[weekday];
  const shifts = (settings.roster[weekday] ?? []).map((shift) => ({
    ...stretchOf(day, shift),
    members: shift.initials.flatMap((initials) => settings.team.filter((member) => member.initials === initials)),
  }));
  return { until, open: hours === undefined ? null : stretchOf(day, hours), shifts };
}

function weekdayOf(day: DateTime): Weekday {
  const weekday = WEEKDAYS[day.weekday - 1];
  if (weekday === undefined) throw new RangeError(`No weekday: ${day.toString()}`);
  return weekday;
}
