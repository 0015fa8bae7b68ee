import { DateTime } from 'luxon';
import { type Instant } from '../../domain/instant.ts';
import { type Settings } from '../../domain/work-instruction/instruction.ts';
import { type Calendar } from '../../ports/calendar.ts';
import { planDay, type DayPlan } from './day-plan.ts';
import { clockTime, localDay, localMoment } from './local-day.ts';
import { momentIn } from './moment-words.ts';
import { periodIn } from './period-words.ts';
import { publicHolidays } from './public-holidays.ts';

/** How many worked-out days are kept: over ten years. */
const KEPT_DAYS = 4_000;

/**
 * Opening hours and the fixed roster of `webcare.yml` in the zone of the town hall, on luxon and date-holidays.
 * Pure: the moment is always an argument. Each local day is worked out once and kept, so a question about a known day
 * costs one zone lookup. Opening hours come as one interval per opening day, also where 24-hour days touch; the roster
 * holds as it is written, on a holiday or an own closed day nobody is on duty.
 */
export function createCalendar(settings: Settings): Calendar {
  const isHoliday = publicHolidays(settings.hours.holidays, settings.timezone);
  const plans = new Map<Instant, DayPlan>();

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
    for (let start = localDay(from, settings.timezone).toMillis(); start < until;) {
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
      const local = DateTime.fromMillis(at, { zone: settings.timezone });
      return { day: local.toFormat('yyyy-MM-dd'), hour: local.hour };
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
