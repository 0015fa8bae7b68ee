import assert from 'node:assert/strict';
import { type Instant } from '../../../../services/domain/instant.ts';
import { onDutyAt } from '../../../../services/domain/roster/duty.ts';
import { changedRoster } from '../../../../services/domain/roster/changed-roster.ts';
import { type TeamCommand } from '../../../../services/domain/team/messages.ts';
import { local, member, type Name, settings, TUESDAY_TEN } from '../../../support/dialogue-facts.ts';
import { type GivenTeam, givenTeam } from '../../../support/given-team.ts';

const sick = (by: Name, who: Name, until: Instant | null = null, from = TUESDAY_TEN): TeamCommand => {
  return { type: 'reportAbsent', by: member(by), who: member(who), from, until };
};
const better = (by: Name, who: Name): TeamCommand => ({ type: 'reportBack', by: member(by), who: member(who) });
const undo = (by: Name, change: number): TeamCommand => ({ type: 'undoRoster', by: member(by), change });
const day = (date: string) => ({ from: local(`${date} 00:00`), until: local(`${date} 23:59`) });
const swap = (by: Name, one: Name, other: Name, ...days: readonly string[]): TeamCommand => {
  return { type: 'swapDuty', by: member(by), one: member(one), other: member(other), during: days.map(day) };
};

/** First names of who is on duty. */
function onDuty({ team, facts }: GivenTeam, at: Instant): readonly string[] {
  return onDutyAt(changedRoster(facts.shifts, team.roster, settings.team), at).map(({ name }) => name.split(' ')[0]!);
}

describe('Sickness and absence', () => {
  it('take somebody off the roster until they are back', () => {
    const away = givenTeam().when(sick('Bram', 'Bram')).then('reportedAbsent');
    assert.deepEqual(onDuty(away, TUESDAY_TEN), ['Els']);
    assert.deepEqual(onDuty(away, local('11-26 10:00')), ['Els']);
    const there = away.at(local('11-26 11:00')).when(better('Els', 'Bram')).then('reportedBack');
    assert.deepEqual(onDuty(there, local('11-26 10:00')), ['Els']);
    assert.deepEqual(onDuty(there, local('11-26 11:00')), ['Bram', 'Els']);
  });

  it('end by themselves where a last day was given', () => {
    const away = givenTeam()
      .when(sick('Bram', 'Bram', local('11-26 00:00')))
      .then('reportedAbsent');
    assert.deepEqual(onDuty(away, local('11-26 10:00')), ['Bram', 'Els']);
  });

  it('are recorded by a coordinator or the person, and by nobody else', () => {
    givenTeam().when(sick('Els', 'Bram')).then('reportedAbsent');
    givenTeam().when(sick('Anna', 'Bram')).thenRefused('not-your-roster');
    givenTeam()
      .when(sick('Bram', 'Bram'))
      .then('reportedAbsent')
      .when(better('Anna', 'Bram'))
      .thenRefused('not-your-roster');
  });

  it('are not recorded twice: the second hears who was first; a longer one is', () => {
    const away = givenTeam()
      .when(sick('Els', 'Bram', local('11-25 00:00')))
      .then('reportedAbsent');
    const refusal = away.when(sick('Bram', 'Bram', local('11-25 00:00'))).thenRefused('absent-already');
    assert.ok(refusal.code === 'absent-already' && refusal.absence.by.email === member('Els').email);
    away.when(sick('Bram', 'Bram')).then('reportedAbsent').when(sick('Bram', 'Bram')).thenRefused('absent-already');
  });

  it('refuse what is over, and who is not away cannot be back', () => {
    givenTeam()
      .when(sick('Bram', 'Bram', local('11-24 09:00'), local('11-24 08:00')))
      .thenRefused('period-over');
    givenTeam().when(better('Bram', 'Bram')).thenRefused('not-absent');
  });

  it('are undone by who recorded them, who it is about or a coordinator, as long as they matter', () => {
    const away = givenTeam()
      .when(sick('Els', 'Bram', local('11-26 00:00')))
      .then('reportedAbsent');
    const [change] = away.team.roster;
    for (const by of ['Els', 'Bram'] as const) {
      const undone = away.when(undo(by, change!.id)).then('rosterUndone');
      assert.deepEqual(onDuty(undone, TUESDAY_TEN), ['Bram', 'Els']);
      undone.when(undo(by, change!.id)).thenRefused('change-gone');
    }
    away.when(undo('Anna', change!.id)).thenRefused('not-your-roster');
    away.at(local('11-26 08:00')).when(undo('Els', change!.id)).thenRefused('change-gone');
  });

  it('are as they were when being back is undone', () => {
    const there = givenTeam()
      .when(sick('Bram', 'Bram'))
      .then('reportedAbsent')
      .at(local('11-24 11:00'))
      .when(better('Bram', 'Bram'))
      .then('reportedBack');
    const again = there
      .at(local('11-24 11:05'))
      .when(undo('Bram', there.team.roster.at(-1)!.id))
      .then('rosterUndone');
    assert.deepEqual(onDuty(again, local('11-24 11:30')), ['Els']);
  });
});

describe('A swap', () => {
  it('puts the one where the other stood, that day alone', () => {
    const swapped = givenTeam()
      .when(swap('Bram', 'Bram', 'Anna', '11-24'))
      .then('swappedDuty');
    assert.deepEqual(onDuty(swapped, TUESDAY_TEN), ['Anna', 'Els']);
    assert.deepEqual(onDuty(swapped, local('11-26 10:00')), ['Bram', 'Els']);
  });

  it('goes both ways, over two days too', () => {
    const swapped = givenTeam()
      .when(swap('Els', 'Bram', 'Anna', '11-24', '11-25'))
      .then('swappedDuty');
    assert.deepEqual(onDuty(swapped, TUESDAY_TEN), ['Anna', 'Els']);
    assert.deepEqual(onDuty(swapped, local('11-25 10:00')), ['Bram', 'Carla']);
  });

  it('is for the two of them and the coordinator', () => {
    givenTeam()
      .when(swap('Anna', 'Bram', 'Anna', '11-24'))
      .then('swappedDuty');
    givenTeam()
      .when(swap('Carla', 'Bram', 'Anna', '11-24'))
      .thenRefused('not-your-roster');
  });

  it('is refused where it changes nothing', () => {
    givenTeam()
      .when(swap('Bram', 'Bram', 'Els', '11-24'))
      .thenRefused('nothing-to-swap');
    givenTeam()
      .when(swap('Bram', 'Bram', 'Anna', '11-24', '11-24'))
      .then('swappedDuty');
    givenTeam()
      .when(swap('Anna', 'Anna', 'Carla', '11-26'))
      .thenRefused('nothing-to-swap');
    givenTeam()
      .when(swap('Anna', 'Anna', 'Anna', '11-25'))
      .thenRefused('same-person');
    givenTeam()
      .when(swap('Anna', 'Anna', 'Bram', '11-23'))
      .thenRefused('period-over');
  });

  it('with somebody who then falls ill leaves the shift to nobody', () => {
    const gone = givenTeam()
      .when(swap('Bram', 'Bram', 'Anna', '11-24'))
      .then('swappedDuty')
      .when(sick('Anna', 'Anna'))
      .then('reportedAbsent');
    assert.deepEqual(onDuty(gone, TUESDAY_TEN), ['Els']);
  });
});

describe('What is over', () => {
  it('leaves the state, and an absence without end never does', () => {
    const changed = givenTeam()
      .when(swap('Bram', 'Bram', 'Anna', '11-24'))
      .then('swappedDuty')
      .when(sick('Carla', 'Carla'))
      .then('reportedAbsent')
      .at(local('12-22 10:00'))
      .when(sick('Bram', 'Bram'))
      .then('reportedAbsent');
    assert.deepEqual(
      changed.team.roster.map(({ type }) => type),
      ['absence', 'absence'],
    );
  });
});
