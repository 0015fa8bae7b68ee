import { type Instant } from '../services/domain/instant.ts';

/** How numbers, days, times and lists are written. */
export interface Formats {
  readonly number: (value: number) => string;
  /** "di 24 nov" */
  readonly day: (at: Instant) => string;
  /** "2026" */
  readonly year: (at: Instant) => string;
  /** "dinsdag 24 november" */
  readonly fullDay: (at: Instant) => string;
  /** "2026-11-24" */
  readonly dateField: (at: Instant) => string;
  readonly time: (at: Instant) => string;
  readonly exactTime: (at: Instant) => string;
  readonly dollars: (amount: number) => string;
  readonly euros: (amount: number) => string;
  /** "50%", for 0.5 */
  readonly percent: (share: number) => string;
  /** "1 u" and "20 min" */
  readonly hours: (count: number) => string;
  readonly minutes: (count: number) => string;
  /** "november 2026", for `2026-11` */
  readonly month: (month: string) => string;
  readonly plural: (count: number) => Intl.LDMLPluralRule;
  readonly either: (names: readonly string[]) => string;
  readonly all: (names: readonly string[]) => string;
  readonly languageName: (tag: string) => string;
}

const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const;

/** By `Intl`, made once: making one costs more than using it a thousand times. */
export function formats(language: keyof typeof LOCALES, timeZone: string): Formats {
  const locale = LOCALES[language];
  const number = new Intl.NumberFormat(locale);
  const day = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'short', day: 'numeric', month: 'short' });
  const fullDay = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long', day: 'numeric', month: 'long' });
  // Swedish dates are those of ISO 8601.
  const dateField = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  const clock = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const time = new Intl.DateTimeFormat(locale, clock);
  const exactTime = new Intl.DateTimeFormat(locale, { ...clock, second: '2-digit' });
  const dollars = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' });
  const euros = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const hours = new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', unitDisplay: 'short' });
  const minutes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'short' });
  const month = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' });
  const plural = new Intl.PluralRules(locale);
  const either = new Intl.ListFormat(locale, { type: 'disjunction' });
  const all = new Intl.ListFormat(locale, { type: 'conjunction' });
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  return {
    number: (value) => number.format(value),
    day: (at) => day.format(at),
    year: (at) => dateField.format(at).slice(0, 4),
    fullDay: (at) => fullDay.format(at),
    dateField: (at) => dateField.format(at),
    time: (at) => time.format(at),
    exactTime: (at) => exactTime.format(at),
    dollars: (amount) => dollars.format(amount),
    euros: (amount) => euros.format(amount),
    percent: (share) => percent.format(share),
    hours: (count) => hours.format(count),
    minutes: (count) => minutes.format(count),
    month: (name) => month.format(Date.parse(name)),
    plural: (count) => plural.select(count),
    either: (names) => either.format(names),
    all: (names) => all.format(names),
    languageName: (tag) => languages.of(tag) ?? tag,
  };
}
