import assert from 'node:assert/strict';
import { type TeamCommand } from '../../../../services/domain/team/messages.ts';
import { type Person } from '../../../../services/domain/people.ts';
import { local, member, settings, TUESDAY_TEN } from '../../../support/dialogue-facts.ts';
import { givenTeam } from '../../../support/given-team.ts';

const gijs = settings.departments.find(({ name }) => name === 'Communicatie')!.people[0]!;
const esra = settings.departments.find(({ name }) => name !== 'Communicatie')!.people[0]!;
const pause = (by: Person, reason = ''): TeamCommand => ({ type: 'pausePlacing', by, reason });
const resume = (by: Person): TeamCommand => ({ type: 'resumePlacing', by });

describe('Pausing what is placed', () => {
  it('is for approvers, coordinators and communications, and for nobody else', () => {
    for (const by of [member('Anna'), member('Els'), gijs]) givenTeam().when(pause(by)).then('placingPaused');
    for (const by of [member('Bram'), member('Carla'), member('Dirk'), esra]) {
      givenTeam().when(pause(by)).thenRefused('may-not-pause');
      givenTeam().when(pause(gijs)).then('placingPaused').when(resume(by)).thenRefused('may-not-pause');
    }
  });

  it('is remembered with who, when and why until it is lifted', () => {
    const paused = givenTeam().when(pause(gijs, ' ernstig ongeluk ')).then('placingPaused');
    const { name, email } = gijs;
    assert.deepEqual(paused.team.pause, { by: { name, email }, since: TUESDAY_TEN, reason: 'ernstig ongeluk' });
    const lifted = paused
      .at(local('11-24 11:00'))
      .when(resume(member('Anna')))
      .then('placingResumed');
    assert.equal(lifted.team.pause, null);
  });

  it('tells everybody once when it is set and once when it is lifted', () => {
    const set = givenTeam().when(pause(gijs));
    const lifted = set.then('placingPaused').when(resume(member('Anna')));
    assert.deepEqual(
      [...set.lines(), ...lifted.lines()].map((line) => [line.to, line.to === 'report' ? '' : line.alert.what]),
      [
        ['channel', 'placing-paused'],
        ['channel', 'placing-resumed'],
      ],
    );
  });

  it('cannot be done twice: the second hears who was first', () => {
    const paused = givenTeam().when(pause(gijs, 'brand')).then('placingPaused').at(local('11-24 10:05'));
    const refusal = paused.when(pause(member('Els'))).thenRefused('paused-already');
    assert.ok(refusal.code === 'paused-already');
    assert.deepEqual([refusal.pause.by.name, refusal.pause.since], [gijs.name, TUESDAY_TEN]);
    givenTeam().when(resume(gijs)).thenRefused('not-paused');
  });
});
