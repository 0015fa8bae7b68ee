import Holidays from 'date-holidays';
import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod/v4';
import { type Duration } from '../../domain/instant.ts';
import { type DayHours } from '../../domain/work-instruction/instruction.ts';
import { parseHours } from './clock-hours.ts';
import { parseDays, parseDuration } from './durations.ts';

/*
 * The single values of `webcare.yml`. Every error message in the schema says what is expected ("a date such as
 * 2027-03-01"), never what is wrong: `issue-sentences.ts` makes the sentence around it.
 */

/** A text that the reader turns into something else, or refuses by giving null. */
function parsed<T>(expected: string, parse: (text: string) => T | null): z.ZodType<T, string> {
  return z.string({ error: expected }).transform((text, context) => {
    const value = parse(text);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: expected });
    return z.NEVER;
  });
}

function accepted(expected: string, fits: (text: string) => boolean): z.ZodType<string, string> {
  return parsed(expected, (text) => (fits(text) ? text : null));
}

/** Any text but an empty one; `expected` names it: "a name". Spaces around it are dropped. */
export function words(expected: string): z.ZodType<string, string> {
  return parsed(expected, (text) => (text.trim() === '' ? null : text.trim()));
}

/** One of our own names for something, used elsewhere in the file or in a button: no spaces. */
export const id = accepted('a short name without spaces', (text) => /^\S+$/.test(text));

export const email: z.ZodType<string, string> = parsed('an e-mail address', (text) =>
  /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text.trim()) ? text.trim().toLowerCase() : null,
);

export const initials = accepted('initials of 1 to 5 letters or digits', (text) => /^[\p{L}\p{N}]{1,5}$/u.test(text));

export const handle = accepted('the name of an account, without @ and spaces', (text) => /^[^@\s]\S*$/.test(text));

export const network = accepted('the name of a network in lower case, such as x', (text) => /^[a-z]+$/.test(text));

export const duration: z.ZodType<Duration, string> = parsed(
  'a length of time such as 15s, 20m, 4h, 3d or 1y',
  parseDuration,
);

export const wholeDays: z.ZodType<number, string> = parsed('a whole number of days such as 3d', parseDays);

const HOURS = 'a stretch of hours such as "08:30-17:00", the first time before the second';

export const hours: z.ZodType<DayHours, string> = parsed(HOURS, parseHours);

/** The same as the name of a setting: checked, but still the text. */
export const hoursKey = z.string().refine((text) => parseHours(text) !== null, { error: HOURS });

export const date = accepted(
  'a date that exists, such as 2027-03-01',
  (text) => /^\d{4}-\d\d-\d\d$/.test(text) && DateTime.fromISO(text).isValid,
);

export const timezone = accepted('a time zone such as Europe/Amsterdam', (text) => IANAZone.isValidZone(text));

/** A country with public holidays; `none` gives null. */
export const holidays: z.ZodType<string | null, string> = accepted(
  'a country code in capitals such as NL, or none',
  (text) => text === 'none' || Object.hasOwn(new Holidays().getCountries(), text),
).transform((text) => (text === 'none' ? null : text));

/** A whole number; `expected` names its limits. */
export function wholeNumber(expected: string, least: number, most: number): z.ZodType<number, number> {
  return z.int({ error: expected }).min(least, { error: expected }).max(most, { error: expected });
}

const DOLLARS = 'an amount in dollars above 0, such as 50';

export const dollars = z.number({ error: DOLLARS }).positive({ error: DOLLARS });

/** Yes or no. */
export const flag = z.boolean({ error: 'true or false' });
