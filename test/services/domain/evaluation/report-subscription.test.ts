import assert from 'node:assert/strict';
import { type TeamCommand } from '../../../../services/domain/team/messages.ts';
import { member, type Name } from '../../../support/dialogue-facts.ts';
import { givenTeam } from '../../../support/given-team.ts';

const turn = (by: Name, on: boolean, { week = '2026-W48', begun = true } = {}): TeamCommand => {
  return { type: 'switchReport', by: member(by), on, week, begun };
};
const due = (week: string, about: string): TeamCommand => ({ type: 'reportDue', week, about });

describe('The report of each week', () => {
  it('is off until a manager or a coordinator asks for it, and only theirs', () => {
    givenTeam().when(due('2026-W49', '2026-W48')).then();
    for (const by of ['Dirk', 'Els'] as const) givenTeam().when(turn(by, true)).then('reportOn');
    for (const by of ['Anna', 'Bram', 'Carla'] as const) givenTeam().when(turn(by, true)).thenRefused('may-not-report');
  });

  it('comes first in the week after the one in which it was asked for', () => {
    const on = givenTeam().when(turn('Dirk', true)).then('reportOn');
    on.when(due('2026-W48', '2026-W47')).then();
    on.when(due('2026-W49', '2026-W48')).then('reportFell');
    const before = givenTeam()
      .when(turn('Dirk', true, { begun: false }))
      .then('reportOn');
    before.when(due('2026-W48', '2026-W47')).then('reportFell');
  });

  it('comes once in a week to each who asked for it', () => {
    const on = givenTeam().when(turn('Dirk', true)).then('reportOn');
    const both = on.when(turn('Els', true)).then('reportOn');
    const fell = both.when(due('2026-W49', '2026-W48'));
    assert.deepEqual(
      fell.lines().map((line) => line.to === 'report' && [line.who.email, line.about]),
      [member('Dirk'), member('Els')].map(({ email }) => [email, '2026-W48']),
    );
    const sent = fell.then('reportFell');
    sent.when(due('2026-W49', '2026-W48')).then();
    sent.when(due('2026-W50', '2026-W49')).then('reportFell');
  });

  it('stops when it is stopped, and says so when it is not on', () => {
    const off = givenTeam().when(turn('Dirk', true)).then('reportOn').when(turn('Dirk', false)).then('reportOff');
    off.when(due('2026-W49', '2026-W48')).then();
    off.when(turn('Dirk', false)).thenRefused('report-not-on');
    givenTeam().when(turn('Dirk', true)).then('reportOn').when(turn('Dirk', true)).thenRefused('report-on-already');
  });

  it('is remembered as not arrived until one arrives', () => {
    const sent = givenTeam()
      .when(turn('Dirk', true))
      .then('reportOn')
      .when(due('2026-W49', '2026-W48'))
      .then('reportFell');
    const { email } = member('Dirk');
    const refused = sent.when({ type: 'reportRefused', email, about: '2026-W48' }).then('reportUnreached');
    assert.equal(refused.team.evaluated.reports[0]?.refused, '2026-W48');
    const next = refused.when(due('2026-W50', '2026-W49')).then('reportFell');
    assert.equal(next.team.evaluated.reports[0]?.refused, null);
    givenTeam().when({ type: 'reportRefused', email, about: '2026-W48' }).then();
  });

  it('no longer goes to who has another role now', () => {
    const on = givenTeam({ type: 'reportOn', who: { name: 'Bram Kok', email: member('Bram').email }, told: '' });
    const fell = on.when(due('2026-W49', '2026-W48'));
    assert.deepEqual(fell.lines(), []);
    fell.then('reportFell').when(due('2026-W49', '2026-W48')).then();
  });
});
