import { DateTime } from 'luxon';
import { type Instant, MINUTE } from '../../domain/instant.ts';
import { type Settings } from '../../domain/work-instruction/instruction.ts';
import { type Calendar } from '../../ports/calendar.ts';
import { planDay, type DayPlan } from './day-plan.ts';
import { clockTime, localDay, localMoment } from './local-day.ts';
import { momentIn } from './moment-words.ts';
import { periodIn } from './period-words.ts';
import { publicHolidays } from './public-holidays.ts';

/** How many worked-out days are kept: over ten years. */
const KEPT_DAYS = 4_000;

/** In every zone the clock shows the same hour and the same day throughout such a stretch of UTC. */
const SLOT = 15 * MINUTE;
/** How many of them are kept: most of a year. */
const KEPT_SLOTS = 30_000;

/** What the wall shows in a slot, and when that day began. */
interface Wall {
  readonly day: string;
  readonly hour: number;
  readonly start: Instant;
}

/**
 * Opening hours and the fixed roster of `webcare.yml` in the zone of the town hall, on luxon and date-holidays.
 * Pure: the moment is always an argument. Each local day, and each quarter of an hour, is worked out once and kept, since a
 * zone lookup is slow and figures ask thousands. Opening hours come as one interval per opening day, also where 24-hour days touch; the roster
 * holds as it is written, on a holiday or an own closed day nobody is on duty.
 */
export function createCalendar(settings: Settings): Calendar {
  const isHoliday = publicHolidays(settings.hours.holidays, settings.timezone);
  const plans = new Map<Instant, DayPlan>();
  const walls = new Map<number, Wall>();

  function wallAt(at: Instant): Wall {
    const slot = Math.floor(at / SLOT);
    const known = walls.get(slot);
    if (known !== undefined) return known;
    if (walls.size >= KEPT_SLOTS) walls.clear();
    const local = DateTime.fromMillis(at, { zone: settings.timezone });
    const wall = { day: local.toFormat('yyyy-MM-dd'), hour: local.hour, start: local.startOf('day').toMillis() };
    walls.set(slot, wall);
    return wall;
  }

  function planOf(start: Instant): DayPlan {
    const known = plans.get(start);
    if (known !== undefined) return known;
    if (plans.size >= KEPT_DAYS) plans.clear();
    const plan = planDay(settings, isHoliday, localDay(start, settings.timezone));
    plans.set(start, plan);
    return plan;
  }

  function daysFrom(from: Instant, until: Instant): readonly DayPlan[] {
    const days: DayPlan[] = [];
    for (let { start } = wallAt(from); start < until;) {
      const plan = planOf(start);
      days.push(plan);
      start = plan.until;
    }
    return days;
  }

  return {
    openHours: (from, until) =>
      daysFrom(from, until)
        .flatMap(({ open }) => open ?? [])
        .map((open) => ({ from: Math.max(open.from, from), until: Math.min(open.until, until) }))
        .filter((open) => open.from < open.until),

    clockTime: (at) => clockTime(at, settings.timezone),

    localTime: (at) => {
      const { day, hour } = wallAt(at);
      return { day, hour };
    },

    shifts: (from, until) =>
      daysFrom(from, until)
        .flatMap(({ shifts }) => shifts)
        .filter((shift) => from < shift.until && shift.from < until),

    localMoment: (day, time) => localMoment(day, time, settings.timezone),

    periodIn: (text, now) => periodIn(text, localDay(now, settings.timezone)),

    momentIn: (text, now) => momentIn(text, now, settings.timezone, (day) => planOf(day.toMillis()).open?.from ?? null),
  };
}
