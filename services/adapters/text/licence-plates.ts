import { stretches, type Stretch } from './stretch.ts';

/** The fourteen sidecodes of the RDW, with X for a letter and 9 for a digit. Hyphens are required. */
const SIDECODES = [
  'XX-99-99',
  '99-99-XX',
  '99-XX-99',
  'XX-99-XX',
  'XX-XX-99',
  '99-XX-XX',
  '99-XXX-9',
  '9-XXX-99',
  'XX-999-X',
  'X-999-XX',
  'XXX-99-X',
  'X-99-XXX',
  '9-XX-999',
  '999-XX-9',
] as const;

const CODES = SIDECODES.map((code) => code.replaceAll('X', '[A-Z]').replaceAll('9', String.raw`\d`)).join('|');
const PLATE = new RegExp(String.raw`(?<![\p{L}\d/_-])(?:${CODES})(?![\p{L}\d/_]|-[\p{L}\d])`, 'giu');

/** `3-mei-26` has the form of sidecode 8. */
const MONTH = /-(?:jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)-/i;

/** Small letters with a vowel are a word rather than a plate: `10-en-20`. */
const SMALL_WORD = /[aeiouy]/;

/** Dutch licence plates with their hyphens; without them nothing tells a plate from any other code. */
export function findLicencePlates(text: string): readonly Stretch[] {
  return stretches(text, PLATE, ([written]) => !MONTH.test(written) && !SMALL_WORD.test(written));
}
