import { HOUSE_NUMBER } from './house-numbers.ts';
import { findPostcodes } from './postcodes.ts';
import { stretches, type Stretch } from './stretch.ts';

const ENDINGS = 'straat|weg|laan|plein|dijk|kade|singel|hof|pad|einde|buurt|dreef|gracht|steeg|plantsoen'.split('|');

/** `[sS][tT][rR]…`: the rest of the pattern does tell capitals apart. */
const anyCase = (word: string): string => Array.from(word, (c) => `[${c}${c.toUpperCase()}]`).join('');
const capitalised = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

const NAME = String.raw`\p{Lu}[\p{L}'’-]{1,30}`;
const STREETS = {
  /** `Dorpsstraat`, `Dorpsstr.`: at least two letters before the ending, so not `weg 3`. */
  oneWord: String.raw`(?<![\p{L}\d])[\p{L}'’-]{2,40}(?:${ENDINGS.map(anyCase).join('|')}|str\.)`,
  /** `Provinciale Weg`. */
  twoWords: String.raw`(?<![\p{L}\d])(?:${NAME} ){1,3}(?:${ENDINGS.map(capitalised).join('|')})`,
  /** `ik woon op De Haal`: a street without a telling ending, after a word that says that it is one. */
  told: String.raw`(?<=(?:woont?|woonde|wonen|adres)(?!\p{L})[^\d.!?\n]{0,20}?)(?<!\p{L})(?:(?:De|Het|Den|’t|'t) )?${NAME}(?: ${NAME}){0,3}`,
} as const;

const ADDRESSES = Object.values(STREETS).map((street) => new RegExp(`(?<street>${street})${HOUSE_NUMBER}`, 'gu'));

/** Words with the ending of a street that are none. */
const NO_STREETS = new Set(
  (
    'onderweg omweg heenweg terugweg uitweg snelweg autoweg autosnelweg spoorweg waterweg fietspad voetpad zebrapad ' +
    'wandelpad looppad bospad ruiterpad ipad weekeinde uiteinde jaareinde gerechtshof kerkhof blokkade barricade ' +
    'schoolplein parkeerplein woonbuurt nieuwbouwbuurt winkelstraat zijstraat'
  ).split(' '),
);

/** Houses: a street with a number, and postcodes. A street alone is no personal data: citizens report a hole in it. */
export function findHouseAddresses(text: string): readonly Stretch[] {
  const houses = ADDRESSES.flatMap((pattern) =>
    stretches(text, pattern, ({ groups }) => !NO_STREETS.has((groups?.['street'] ?? '').toLowerCase())),
  );
  return [...houses, ...findPostcodes(text)];
}
