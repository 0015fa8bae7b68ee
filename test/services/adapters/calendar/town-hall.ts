import { DateTime } from 'luxon';
import { type Instant, type Interval } from '../../../../services/domain/instant.ts';
import { type Role, type Member } from '../../../../services/domain/people.ts';
import { type Hours, type Settings } from '../../../../services/domain/work-instruction/instruction.ts';
import { createCalendar } from '../../../../services/adapters/calendar/create-calendar.ts';
import { readSettings } from '../../../../services/adapters/settings/read-settings.ts';
import { type Calendar } from '../../../../services/ports/calendar.ts';

const ZONE = 'Europe/Amsterdam';
const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const ALL = [...WEEK, 'sat', 'sun'] as const;

/** A moment on the clock of the town hall: `at('2026-11-24 09:00')`. */
export function at(local: string): Instant {
  const moment = DateTime.fromSQL(local, { zone: ZONE });
  if (!moment.isValid) throw new RangeError(local);
  return moment.toMillis();
}

/** Intervals as a person reads them, with the offset: where the clock jumps, it shows. */
export function shown(intervals: readonly Interval[]): readonly string[] {
  return intervals.map(({ from, until }) => `${local(from)} – ${local(until)}`);
}

export function local(moment: Instant): string {
  return DateTime.fromMillis(moment, { zone: ZONE }).toFormat('ccc d LLL HH:mm Z');
}

function person(initials: string, roles: readonly Role[]): Member {
  return { name: initials, email: `${initials.toLowerCase()}@voorbeeld.example`, initials, roles };
}

/** Settings of a town hall that is open Monday to Friday at these minutes, or all week round. */
export function townHall(change: Partial<Settings> = {}, hours: Partial<Hours> = {}): Settings {
  const smallest = readSettings(
    'organisation: X\nhours: { open: { mon: "09:00-17:00" } }\nteam: [{ name: A, email: a@b.nl, roles: [manager] }]',
    'webcare.yml',
  );
  if (!smallest.ok) throw new Error(JSON.stringify(smallest.problems));
  return {
    ...smallest.settings,
    hours: { ...weekdays(9 * 60, 17 * 60), ...hours },
    team: [person('AB', ['webcare', 'approver']), person('BK', ['webcare']), person('CV', ['webcare', 'trainee'])],
    ...change,
  };
}

export function weekdays(from: number, until: number): Hours {
  return { open: Object.fromEntries(WEEK.map((day) => [day, { from, until }])), holidays: 'NL', closed: [] };
}

export function everyDay(from: number, until: number): Hours {
  return { open: Object.fromEntries(ALL.map((day) => [day, { from, until }])), holidays: null, closed: [] };
}

export function calendarOf(change: Partial<Settings> = {}, hours: Partial<Hours> = {}): Calendar {
  return createCalendar(townHall(change, hours));
}
