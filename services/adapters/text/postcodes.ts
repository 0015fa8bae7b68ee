import { HOUSE_NUMBER } from './house-numbers.ts';
import { stretches, type Stretch } from './stretch.ts';

const LETTERS = String.raw`(?!SA|SD|SS)[A-Za-z]{2}`;

/** A number of four digits behind it is the next postcode rather than a house. */
const POSTCODE = new RegExp(
  String.raw`(?<![\p{L}\d.,/#_-])[1-9]\d{3} ?(?<letters>${LETTERS})(?![\p{L}\d])(?<number>(?!,? ?\d{4})${HOUSE_NUMBER})?`,
  'gu',
);

/** Words and units of two letters that follow a year or an amount: `2025 en`, `1200 kg`. */
const WORDS = new Set(
  (
    'aan af al bv cm de di do dm en er eu ga go ha he hm in is ja je km kg la ma me mg mm mn na no nu of ok om op ’n pk ' +
    'pm te to uw vs vr wa we wo za ze zn zo'
  ).split(' '),
);

/**
 * Dutch postcodes, with the house number behind them. `1511 AB` is one as it stands; a shouted year (`2025 EN`) and small
 * letters (`1511 ab`) only with a house number; small letters that are a word (`2025 en 12`) never.
 */
export function findPostcodes(text: string): readonly Stretch[] {
  return stretches(text, POSTCODE, ({ 0: written, groups }) => {
    const letters = groups?.['letters'] ?? '';
    const hasNumber = groups?.['number'] !== undefined;
    const isCapitals = letters === letters.toUpperCase();
    const isWord = WORDS.has(letters.toLowerCase()) && /^\d{4} /.test(written);
    if (isCapitals) return hasNumber || !isWord || !/^(?:19|20)/.test(written);
    return hasNumber && !isWord;
  });
}
