import { createHash } from 'node:crypto';
import twitterText from 'twitter-text';
import { type Settings } from '../../domain/work-instruction/instruction.ts';
import { type TextTools } from '../../ports/text-tools.ts';
import { findPersonalData } from './personal-data.ts';
import { normalDigits } from './phones.ts';

/** X's limit without a subscription; the practice network keeps to it as well. */
const X_LIMIT = 280;

/** X takes 10,000 (2026); on a card of 28 KB, with the question and once more in the field for changing it, fits this. */
const PRIVATE_LIMIT = 2_500;

/** 22 characters of base64url: 132 bits of the digest. */
const FINGERPRINT_LENGTH = 22;

/**
 * Text tools on twitter-text (X's own count: 280, a link 23, an emoji 2), libphonenumber-js and ibantools. A fingerprint
 * is of the exact text: the same letters composed in another way are another text.
 */
export function createTextTools({
  ownNumbers,
  departments = [],
}: Pick<Settings, 'ownNumbers'> & Partial<Pick<Settings, 'departments'>>): TextTools {
  // Who is told to call a department is told its number.
  const phones = departments.flatMap(({ phone, referral }) => (phone !== null && referral ? [phone] : []));
  const ours = new Set([...ownNumbers, ...phones].map(normalDigits));
  return {
    limit: X_LIMIT,
    privateLimit: PRIVATE_LIMIT,
    length: (text) => twitterText.parseTweet(text.normalize('NFC')).weightedLength,
    fingerprint: (text) => createHash('sha256').update(text, 'utf8').digest('base64url').slice(0, FINGERPRINT_LENGTH),
    personalData: (text) => findPersonalData(text, ours),
  };
}
