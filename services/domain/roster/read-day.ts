const WEEKDAY_NAMES: readonly RegExp[] = [
  /^(?:ma|maandag|mon|monday)$/,
  /^(?:di|dinsdag|tue|tuesday)$/,
  /^(?:wo|woensdag|wed|wednesday)$/,
  /^(?:do|donderdag|thu|thursday)$/,
  /^(?:vr|vrijdag|fri|friday)$/,
  /^(?:za|zaterdag|sat|saturday)$/,
  /^(?:zo|zondag|sun|sunday)$/,
];
const MONTHS = [
  'jan',
  'feb',
  'm(?:aa|a)?r',
  'apr',
  'me?[iy]',
  'jun',
  'jul',
  'aug',
  'sep',
  'o[kc]t',
  'nov',
  'de[ck]',
].map((name) => new RegExp(`^${name}`));
const DAY_MS = 86_400_000;

/** The day `days` after a day, both `yyyy-mm-dd`; the calendar alone, no clock and no zone. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 0 for Monday. */
export function weekdayOf(day: string): number {
  return (new Date(day).getUTCDay() + 6) % 7;
}

/**
 * A day as somebody types it, as `yyyy-mm-dd`: `vandaag`, `morgen`, `di`, `26 nov`, `do 26 nov`, `26-11`, `2026-11-26`,
 * in Dutch or English. A weekday is the first one from today on, today included; a date without a year the first from
 * today on. null: no day that we know.
 */
export function readDay(typed: string, today: string): string | null {
  const text = typed.trim().toLowerCase().replaceAll('.', '');
  if (/^(?:vandaag|today)$/.test(text)) return today;
  if (/^(?:morgen|tomorrow)$/.test(text)) return dayAfter(today, 1);
  if (/^overmorgen$/.test(text)) return dayAfter(today, 2);
  const weekday = WEEKDAY_NAMES.findIndex((name) => name.test(text));
  if (weekday >= 0) return dayAfter(today, (weekday - weekdayOf(today) + 7) % 7);
  // The name of the weekday before a date is for people.
  const date = text.replace(/^[a-z]+\s+(?=\d)/, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(date);
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const short = /^(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}))?$/.exec(date);
  if (short) return coming(Number(short[1]), Number(short[2]), short[3], today);
  const written = /^(\d{1,2})\s*([a-z]+)(?:\s+(\d{4}))?$/.exec(date);
  const month = written === null ? -1 : MONTHS.findIndex((name) => name.test(written[2] ?? ''));
  return written === null || month < 0 ? null : coming(Number(written[1]), month + 1, written[3], today);
}

function coming(day: number, month: number, typedYear: string | undefined, today: string): string | null {
  if (typedYear !== undefined) return existing(Number(typedYear), month, day);
  const year = Number(today.slice(0, 4));
  const thisYear = existing(year, month, day);
  return thisYear !== null && thisYear >= today ? thisYear : existing(year + 1, month, day);
}

/** null for a date that does not exist, such as 30 February. */
function existing(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? date.toISOString().slice(0, 10) : null;
}
