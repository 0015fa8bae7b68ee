import { countrySpecs, isValidIBAN } from 'ibantools';
import { type Stretch } from './stretch.ts';

const BEGIN = /(?<![\p{L}\d])[A-Z]{2} ?\d{2}/giu;

/** IBANs of any country, in capitals or not, with spaces, dots or hyphens between the groups or without. */
export function findBankAccounts(text: string): readonly Stretch[] {
  return Array.from(text.matchAll(BEGIN)).flatMap(({ index, 0: begin }) => {
    const length = countrySpecs[begin.slice(0, 2).toUpperCase()]?.chars ?? null;
    if (length === null) return [];
    // Exactly as many as the country has: what follows is a word of the sentence.
    const whole = new RegExp(String.raw`^[A-Z\d](?:[ .-]?[A-Z\d]){${length - 1}}(?![A-Z\d])`, 'i').exec(
      text.slice(index),
    );
    if (whole === null || !isValidIBAN(whole[0].replace(/[ .-]/g, '').toUpperCase())) return [];
    return [{ start: index, end: index + whole[0].length }];
  });
}
