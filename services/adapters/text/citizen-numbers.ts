import { stretches, type Stretch } from './stretch.ts';

/** Nine digits on their own, or written 3-3-3 or 4-2-3 with dots or spaces; not a part of a longer number or code. */
const LOOSE =
  /(?<![\p{L}\d/#_=@-])(?<!\d[.,])\d{9}(?![\p{L}\d/_=-])(?![.,]\d)|(?<![\p{L}\d/#_=@-])(?<!\d[ .,])(?:\d{3}([ .])\d{3}\1|\d{4}([ .])\d\d\2)\d{3}(?![\p{L}\d/_=-])(?![ .,]\d)/gu;

/** Nine or eight digits in any writing, shortly after a word that says what they are. */
const NAMED = [8, 7].map(
  (more) =>
    new RegExp(
      String.raw`(?<=(?:\bbsn|burger ?service ?n(?:umme)?r|\bsofi ?-?n(?:umme)?r)[^\d]{0,40})\d(?:[ .-]?\d){${more}}(?!\d)`,
      'giu',
    ),
);

/**
 * Burgerservicenummers: 9 digits, or 8 without the leading 0, that pass the eleven-test. One in eleven arbitrary numbers
 * passes it, so eight digits, and odd ways of writing, count only after a word such as BSN. Nine loose digits count
 * always: a number masked in vain does less harm than one shown.
 */
export function findCitizenNumbers(text: string): readonly Stretch[] {
  return [...NAMED, LOOSE].flatMap((pattern) => stretches(text, pattern, ([written]) => passesElevenTest(written)));
}

/** Weights 9 to 2 and −1: the sum must be a multiple of 11. 000000000 passes and is none. */
export function passesElevenTest(written: string): boolean {
  const digits = written.replace(/\D/g, '').padStart(9, '0');
  const sum = Array.from(digits, Number).reduce((total, digit, i) => total + digit * (i === 8 ? -1 : 9 - i), 0);
  return digits.length === 9 && /[1-9]/.test(digits) && sum % 11 === 0;
}
