import { DateTime } from 'luxon';

/** One way to write a day: `^` is the start of the text; null: it is no day of the calendar. */
interface DayForm {
  readonly pattern: RegExp;
  readonly day: (found: RegExpExecArray, today: DateTime) => DateTime | null;
}

const WEEKDAY = ['ma|mon', 'di|tue', 'wo|wed', 'do|thu', 'vr|fri', 'za|sat', 'zo|sun'];
const MONTH_BEGINNINGS = [
  'jan',
  'feb',
  'mrt|maa|mar',
  'apr',
  'mei|may',
  'jun',
  'jul',
  'aug',
  'sep',
  'okt|oct',
  'nov',
  'dec',
];
const WEEKDAYS_WRITTEN =
  'ma|maandag|di|dinsdag|wo|woensdag|do|donderdag|vr|vrijdag|za|zaterdag|zo|zondag|' +
  'mon|monday|tue|tuesday|wed|wednesday|thu|thursday|fri|friday|sat|saturday|sun|sunday';
/** Names of months in Dutch and English, in lower case, as a part of a pattern. */
export const MONTHS_WRITTEN =
  'jan(?:uari|uary)?|feb(?:ruari|ruary)?|mrt|maart|mar(?:ch)?|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?|' +
  'aug(?:ustus|ust)?|sep(?:t|tember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?';

const FORMS: readonly DayForm[] = [
  { pattern: /^(?:vandaag|today)\b/, day: (_, today) => today },
  { pattern: /^(?:overmorgen|(?:the )?day after tomorrow)\b/, day: (_, today) => today.plus({ days: 2 }) },
  { pattern: /^(?:morgen|tomorrow)\b/, day: (_, today) => today.plus({ days: 1 }) },
  {
    pattern: /^over (\d{1,2}) (dag(?:en)?|we(?:ek|ken))\b|^in (\d{1,2}) (days?|weeks?)\b/,
    day: ([, over, unit = '', inn, english = ''], today) =>
      today.plus({ [(unit || english).startsWith('w') ? 'weeks' : 'days']: Number(over ?? inn) }),
  },
  {
    pattern: new RegExp(`^(${WEEKDAYS_WRITTEN})\\b`),
    day: ([, name = ''], today) => today.plus({ days: (numberOf(name, WEEKDAY) - today.weekday + 7) % 7 }),
  },
  { pattern: /^(\d{4})-(\d{2})-(\d{2})\b/, day: ([, y, m, d], today) => dateOf(d, Number(m), y, today) },
  {
    pattern: /^(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}))?\b/,
    day: ([, d, m, y], today) => dateOf(d, Number(m), y, today),
  },
  {
    pattern: new RegExp(`^(\\d{1,2}) (${MONTHS_WRITTEN})\\b(?: (\\d{4})\\b)?`),
    day: ([, d, month = '', y], today) => dateOf(d, monthNumber(month), y, today),
  },
];

/**
 * The day that a text begins with, in Dutch or English, in lower case; what is written without a year is never in the past.
 * `length`: how many characters it takes. null: it begins with no day.
 */
export function dayIn(text: string, today: DateTime): { readonly day: DateTime; readonly length: number } | null {
  for (const { pattern, day } of FORMS) {
    const found = pattern.exec(text);
    const read = found === null ? null : day(found, today);
    if (found !== null && read?.isValid === true) return { day: read, length: found[0].length };
  }
  return null;
}

/** 1 for January; of a name that `MONTHS_WRITTEN` fits. */
export function monthNumber(name: string): number {
  return numberOf(name, MONTH_BEGINNINGS);
}

function numberOf(name: string, beginnings: readonly string[]): number {
  return beginnings.findIndex((beginning) => new RegExp(`^(?:${beginning})`).test(name)) + 1;
}

function dateOf(day: string | undefined, month: number, year: string | undefined, today: DateTime): DateTime {
  const on = (y: number): DateTime => DateTime.fromObject({ year: y, month, day: Number(day) }, { zone: today.zone });
  if (year !== undefined) return on(Number(year));
  const thisYear = on(today.year);
  return thisYear.isValid && thisYear >= today ? thisYear : on(today.year + 1);
}
