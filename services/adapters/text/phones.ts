import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import { type Stretch } from './stretch.ts';

/**
 * Numbers of organisations, never of a person: 14 075 and 088 (UAN), 0800-0113 and 0900-8844. 112 and 113 are too short
 * to be read as a number at all.
 */
const OF_ORGANISATIONS: readonly unknown[] = ['UAN', 'TOLL_FREE', 'PREMIUM_RATE', 'SHARED_COST'];

/** `01-02-2026 12:30` is read as a number of Utrecht otherwise. */
const DATE = /^\(?(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:19|20)\d\d(?!\d)/;

/** A mobile number stuck to a word, `bel0612345678nu`, which libphonenumber passes over. */
const GLUED_MOBILE = /(?<![\d.,/-])06[-_]?\d{8}(?!\d)/g;

/** Telephone numbers that may be somebody's own, and those that are surely not, so that nothing else is seen in them. */
export interface Phones {
  readonly personal: readonly Stretch[];
  readonly ours: readonly Stretch[];
}

/**
 * Dutch numbers however they are written, and foreign ones with +. A number must begin with 0 or +: libphonenumber
 * reads the case number 2024-00871 as 020-2400871.
 */
export function findPhones(text: string, ownNumbers: ReadonlySet<string>): Phones {
  const personal: Stretch[] = [];
  const ours: Stretch[] = [];
  for (const { number, startsAt, endsAt } of findPhoneNumbersInText(text, 'NL')) {
    const written = text.slice(startsAt, endsAt);
    if (!/^\(?[0+]/.test(written) || DATE.test(written)) continue;
    const known = OF_ORGANISATIONS.includes(number.getType()) || ownNumbers.has(normalDigits(number.number));
    (known ? ours : personal).push({ start: startsAt, end: endsAt });
  }
  for (const match of text.matchAll(GLUED_MOBILE)) {
    if (ownNumbers.has(normalDigits(match[0]))) continue;
    personal.push({ start: match.index, end: match.index + match[0].length });
  }
  return { personal, ours };
}

/** The digits of a number as it is dialled here, however it is written: +31 (0)75 → 075. Foreign: with the +. */
export function normalDigits(written: string): string {
  return written.replace(/[^\d+]/g, '').replace(/^(?:\+|00)310?/, '0');
}
