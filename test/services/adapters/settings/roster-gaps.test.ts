import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readSettings } from '../../../../services/adapters/settings/read-settings.ts';

const shipped = readFileSync(new URL('../../../../webcare.yml', import.meta.url), 'utf8');

function warningsWith(from: string, to: string): readonly string[] {
  assert.ok(shipped.includes(from), `"${from}" is not in webcare.yml`);
  const result = readSettings(shipped.replace(from, to), 'webcare.yml');
  assert.ok(result.ok, JSON.stringify(result));
  return result.warnings;
}

describe('The opening hours and the roster are laid side by side', () => {
  it('a day without an approver is told', () => {
    assert.deepEqual(warningsWith('thu: { "08:30-17:00": [BK, EP] }', 'thu: { "08:30-17:00": [BK] }'), [
      'do 08:30-17:00: niemand met de rol approver op het rooster',
    ]);
  });

  it('a day without anybody is told', () => {
    assert.deepEqual(warningsWith('  fri: { "08:30-17:00": [AB] }\n', ''), ['vr 08:30-17:00: niemand op het rooster']);
  });

  it('a shift of nobody is told', () => {
    assert.deepEqual(warningsWith('fri: { "08:30-17:00": [AB] }', 'fri: { "08:30-17:00": [] }'), [
      'vr 08:30-17:00: niemand op het rooster',
    ]);
  });

  it('only the stretch is told that has nobody', () => {
    assert.deepEqual(warningsWith('"08:30-12:45": [AB], "12:45-17:00"', '"08:30-12:00": [AB], "12:45-17:00"'), [
      'ma 12:00-12:45: niemand op het rooster',
    ]);
  });

  it('stretches that touch are told as one, different ones apart', () => {
    assert.deepEqual(
      warningsWith(
        'tue: { "08:30-17:00": [BK, EP] }',
        'tue: { "09:00-11:00": [BK], "11:00-13:00": [BK, CV], "13:00-15:00": [EP], "16:00-18:00": [CV] }',
      ),
      [
        'di 08:30-09:00: niemand op het rooster',
        'di 09:00-13:00: niemand met de rol approver op het rooster',
        'di 15:00-16:00: niemand op het rooster',
        'di 16:00-17:00: niemand met de rol approver op het rooster',
      ],
    );
  });

  it('a weekend on the roster but not open, and shifts before opening, are nobody’s worry', () => {
    assert.deepEqual(
      warningsWith('fri: { "08:30-17:00": [AB] }', 'fri: { "07:00-19:00": [AB] }\n  sat: { "10:00-12:00": [BK] }'),
      [],
    );
  });
});
