import assert from 'node:assert/strict';
import fc from 'fast-check';
import { maskPersonalData, type Finding, type MaskLabels } from '../../../services/domain/mask.ts';

const labels: MaskLabels = {
  bsn: 'BSN',
  iban: 'rekeningnummer',
  phone: 'telefoonnummer',
  email: 'e-mailadres',
  address: 'adres',
  plate: 'kenteken',
};

describe('A text with personal data', () => {
  it('shows a label where each finding stood', () => {
    const text = '06-12345678 is van Jan, mail jan@voorbeeld.nl';
    const findings: readonly Finding[] = [
      { kind: 'phone', start: 0, end: 11 },
      { kind: 'email', start: 29, end: 45 },
    ];
    assert.equal(maskPersonalData(text, findings, labels), '[telefoonnummer] is van Jan, mail [e-mailadres]');
  });

  it('stays as it is without findings', () => {
    assert.equal(maskPersonalData('Er ligt een gat in de weg 🚧', [], labels), 'Er ligt een gat in de weg 🚧');
  });

  it('takes a finding next to another apart', () => {
    const findings: readonly Finding[] = [
      { kind: 'address', start: 0, end: 2 },
      { kind: 'bsn', start: 2, end: 4 },
    ];
    assert.equal(maskPersonalData('aabb', findings, labels), '[adres][BSN]');
  });

  it('reads nothing in the text: signs of a template or of markdown are letters like others', () => {
    const text = '$& ${kind} [a](b) 06-12345678';
    const findings: readonly Finding[] = [{ kind: 'phone', start: 18, end: 29 }];
    assert.equal(maskPersonalData(text, findings, labels), '$& ${kind} [a](b) [telefoonnummer]');
  });

  it('keeps every letter outside the findings, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (before, secret, after) => {
        const finding: Finding = { kind: 'bsn', start: before.length, end: before.length + secret.length };
        assert.equal(maskPersonalData(before + secret + after, [finding], labels), `${before}[BSN]${after}`);
      }),
    );
  });
});
