import assert from 'node:assert/strict';
import { agreementBefore, agreementOf, LONGEST_AGREEMENT } from '../../../../services/domain/evaluation/agreement.ts';
import { type TeamCommand } from '../../../../services/domain/team/messages.ts';
import { local, member, type Name, TUESDAY_TEN } from '../../../support/dialogue-facts.ts';
import { givenTeam } from '../../../support/given-team.ts';

const agree = (by: Name, text: string, month = '2026-11'): TeamCommand => {
  return { type: 'agree', by: member(by), month, text };
};

describe('The agreement of a month', () => {
  it('is recorded by an approver, a coordinator or a manager, and by nobody else', () => {
    for (const by of ['Anna', 'Els', 'Dirk'] as const) givenTeam().when(agree(by, 'Eerst bellen.')).then('agreed');
    for (const by of ['Bram', 'Carla'] as const)
      givenTeam().when(agree(by, 'Eerst bellen.')).thenRefused('may-not-agree');
  });

  it('is kept with who and when, and shown when a later month is evaluated', () => {
    const kept = givenTeam()
      .when(agree('Els', ' Bij een klacht eerst bellen. ', '2026-10'))
      .then('agreed');
    const { name, email } = member('Els');
    const made = { month: '2026-10', text: 'Bij een klacht eerst bellen.', by: { name, email }, at: TUESDAY_TEN };
    const { agreements } = kept.team.evaluated;
    assert.deepEqual(agreementBefore(agreements, '2026-11'), made);
    assert.deepEqual(agreementBefore(agreements, '2027-01'), made);
    assert.equal(agreementBefore(agreements, '2026-10'), null);
    assert.equal(agreementOf(agreements, '2026-11'), null);
  });

  it('is replaced by a newer one of the same month, and the same text again is nothing new', () => {
    const first = givenTeam().when(agree('Els', 'Eerst bellen.')).then('agreed').at(local('11-25 10:00'));
    first.when(agree('Dirk', 'Eerst bellen.')).then();
    const second = first.when(agree('Dirk', 'Eerst mailen.')).then('agreed');
    assert.deepEqual(
      second.team.evaluated.agreements.map(({ text }) => text),
      ['Eerst mailen.'],
    );
  });

  it('of every month is kept for two years, in the order of the months', () => {
    const months = Array.from(
      { length: 30 },
      (_, n) => `${2024 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`,
    );
    const all = [...months]
      .reverse()
      .reduce((team, month) => team.when(agree('Els', `In ${month}.`, month)).then('agreed'), givenTeam());
    assert.deepEqual(
      all.team.evaluated.agreements.map(({ month }) => month),
      months.slice(-24),
    );
  });

  it('needs words, and not more than fit', () => {
    givenTeam().when(agree('Els', '  ')).thenRefused('empty-agreement');
    const refusal = givenTeam()
      .when(agree('Els', 'x'.repeat(LONGEST_AGREEMENT + 3)))
      .thenRefused('long-agreement');
    assert.ok(refusal.code === 'long-agreement' && refusal.over === 3);
  });
});
