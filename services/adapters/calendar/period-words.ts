import { DateTime } from 'luxon';
import { type Period, type PeriodName } from '../../domain/figures/period.ts';
import { monthNumber, MONTHS_WRITTEN } from './day-words.ts';

type Unit = Exclude<PeriodName, 'days'>;

/** Days from `from` until `until`, at midnight UTC: whole days are added and counted, and no clock jumps there. */
interface Stretch {
  readonly name: PeriodName;
  readonly from: DateTime;
  readonly until: DateTime;
}

/** One way to name a period, in lower case; null: it is none of the calendar. */
interface PeriodForm {
  readonly pattern: RegExp;
  readonly stretch: (found: RegExpExecArray, today: DateTime) => Stretch | null;
}

const UNIT = '(?:(day|dag)|(week)|(maand|month)|(kwartaal|quarter)|(jaar|year))';
const UNITS: readonly Unit[] = ['day', 'week', 'month', 'quarter', 'year'];
const DATE = String.raw`(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{4})`;

const FORMS: readonly PeriodForm[] = [
  { pattern: /^$/, stretch: (_, today) => whole('week', today) },
  { pattern: /^(?:vandaag|today)$/, stretch: (_, today) => whole('day', today) },
  { pattern: /^(?:gisteren|yesterday)$/, stretch: (_, today) => whole('day', today.minus({ days: 1 })) },
  {
    pattern: new RegExp(`^(?:deze |dit |this )?${UNIT}$`),
    stretch: ([, ...units], today) => whole(unitOf(units), today),
  },
  {
    pattern: new RegExp(`^(?:vorige?|last|previous) ${UNIT}$`),
    stretch: ([, ...units], today) => whole(unitOf(units), back(unitOf(units), today)),
  },
  {
    pattern: new RegExp(`^(${MONTHS_WRITTEN})(?: (\\d{4}))?$`),
    stretch: ([, name = '', year], today) =>
      named('month', year, (y) => ({ year: y, month: monthNumber(name) }), today),
  },
  {
    pattern: /^(?:week|w) ?(\d{1,2})(?: (\d{4}))?$/,
    stretch: ([, week, year], today) => named('week', year, (y) => ({ weekYear: y, weekNumber: Number(week) }), today),
  },
  {
    pattern: /^(?:q|kwartaal |quarter )([1-4])(?: (\d{4}))?$/,
    stretch: ([, quarter, year], today) =>
      named('quarter', year, (y) => ({ year: y, month: Number(quarter) * 3 - 2 }), today),
  },
  { pattern: /^(\d{4})-w(\d{1,2})$/, stretch: ([, year, week]) => of('week', { weekYear: year, weekNumber: week }) },
  { pattern: /^(\d{4})-q([1-4])$/, stretch: ([, year, q]) => of('quarter', { year, month: Number(q) * 3 - 2 }) },
  { pattern: /^(\d{4})-(\d{1,2})$/, stretch: ([, year, month]) => of('month', { year, month }) },
  { pattern: /^(20\d\d)$/, stretch: ([, year]) => of('year', { year }) },
  {
    pattern: new RegExp(`^${DATE}$`),
    stretch: ([, day = '']) => (dateOf(day).isValid ? whole('day', dateOf(day)) : null),
  },
  {
    pattern: new RegExp(`^${DATE}(?: ?\\.\\. ?| t/m | tot en met | through | to )${DATE}$`),
    stretch: ([, first = '', last = '']) => between(dateOf(first), dateOf(last)),
  },
];

/**
 * The period that a text names, in Dutch or English; nothing is this week. A month, week or quarter without a year is the
 * last one that began. Weeks are those of ISO 8601. null: it names none. `now`: any moment of today, in the zone of the
 * town hall.
 */
export function periodIn(text: string, now: DateTime): Period | null {
  const typed = text.trim().replace(/\s+/g, ' ').toLowerCase();
  const today = now.setZone('utc', { keepLocalTime: true }).startOf('day');
  for (const { pattern, stretch } of FORMS) {
    const found = pattern.exec(typed);
    const read = found === null ? null : stretch(found, today);
    if (read !== null) return periodOf(read, today);
  }
  return null;
}

/** Both as long: where it still runs, the one before it ends on the day of it that today is. */
function periodOf({ name, from, until }: Stretch, today: DateTime): Period {
  const running = from <= today && today < until;
  const start = name === 'days' ? from.minus({ days: until.diff(from, 'days').days }) : back(name, from);
  const sameDay = start.plus({ days: today.diff(from, 'days').days + 1 });
  const end = running && sameDay < from ? sameDay : from;
  return {
    name,
    from: day(from),
    until: day(until),
    running,
    before: { from: day(start), until: day(end) },
  };
}

function unitOf(found: readonly (string | undefined)[]): Unit {
  return UNITS[found.findIndex((one) => one !== undefined)] ?? 'day';
}

function whole(name: Unit, at: DateTime): Stretch {
  const from = at.startOf(name);
  return { name, from, until: from.plus({ [`${name}s`]: 1 }) };
}

function back(name: Unit, at: DateTime): DateTime {
  return at.startOf(name).minus({ [`${name}s`]: 1 });
}

function of(name: Unit, parts: Readonly<Record<string, string | number | undefined>>): Stretch | null {
  const numbers = Object.fromEntries(Object.entries(parts).map(([part, value]) => [part, Number(value)]));
  const at = DateTime.fromObject(numbers, { zone: 'utc' });
  return at.isValid ? whole(name, at) : null;
}

/** Of this year, or of the one before it when that is still to begin. */
function named(
  name: Unit,
  year: string | undefined,
  parts: (year: number) => Readonly<Record<string, number>>,
  today: DateTime,
): Stretch | null {
  if (year !== undefined) return of(name, parts(Number(year)));
  const nearest = name === 'week' ? today.weekYear : today.year;
  const began = [nearest, nearest - 1].flatMap((y) => of(name, parts(y)) ?? []).filter(({ from }) => from <= today);
  return began[0] ?? null;
}

function between(first: DateTime, last: DateTime): Stretch | null {
  if (!first.isValid || !last.isValid || last < first) return null;
  return { name: 'days', from: first, until: last.plus({ days: 1 }) };
}

function dateOf(text: string): DateTime {
  const [one = 0, month = 0, other = 0] = text.split('-').map(Number);
  const [year, date] = one > 31 ? [one, other] : [other, one];
  return DateTime.fromObject({ year, month, day: date }, { zone: 'utc' });
}

function day(at: DateTime): string {
  return at.toFormat('yyyy-MM-dd');
}
