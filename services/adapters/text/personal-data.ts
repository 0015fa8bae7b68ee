import { type Finding, type FindingKind } from '../../domain/mask.ts';
import { findBankAccounts } from './bank-accounts.ts';
import { findCitizenNumbers } from './citizen-numbers.ts';
import { findEmailAddresses } from './e-mail-addresses.ts';
import { findHouseAddresses } from './house-addresses.ts';
import { findLicencePlates } from './licence-plates.ts';
import { findPhones } from './phones.ts';
import { overlaps, type Stretch } from './stretch.ts';

/**
 * Personal data in a text, in order and without overlaps. Where two kinds see the same digits the surest wins: an IBAN
 * holds no telephone number, a telephone number no BSN. `ownNumbers` in the form of `normalDigits`.
 */
export function findPersonalData(text: string, ownNumbers: ReadonlySet<string>): readonly Finding[] {
  const phones = findPhones(text, ownNumbers);
  const surestFirst: readonly (readonly [FindingKind | null, readonly Stretch[]])[] = [
    ['email', findEmailAddresses(text)],
    ['iban', findBankAccounts(text)],
    ['phone', phones.personal],
    [null, phones.ours],
    ['bsn', findCitizenNumbers(text)],
    ['plate', findLicencePlates(text)],
    ['address', findHouseAddresses(text)],
  ];
  const taken: (Stretch & { readonly kind: FindingKind | null })[] = [];
  for (const [kind, found] of surestFirst) {
    for (const stretch of [...found].sort((a, b) => b.end - b.start - (a.end - a.start))) {
      if (!taken.some((other) => overlaps(stretch, other))) taken.push({ ...stretch, kind });
    }
  }
  return taken
    .flatMap(({ kind, start, end }) => (kind === null ? [] : [{ kind, start, end }]))
    .sort((a, b) => a.start - b.start);
}
