import assert from 'node:assert/strict';
import { createCalendar } from '../../../../services/adapters/calendar/create-calendar.ts';
import { readDay } from '../../../../services/domain/roster/read-day.ts';
import {
  readAbsence,
  readBack,
  type ReadRequest,
  type RosterDesk,
  readSwap,
} from '../../../../services/domain/roster/read-roster-request.ts';
import { local, member, type Name, settings, TUESDAY_TEN } from '../../../support/dialogue-facts.ts';

const calendar = createCalendar(settings);
const desk = (by: Name): RosterDesk => ({
  by: member(by),
  team: settings.team,
  at: TUESDAY_TEN,
  today: '2026-11-24',
  momentOf: (day, time) => calendar.localMoment(day, time),
});

function absence(read: ReadRequest): readonly unknown[] {
  assert.ok('command' in read && read.command.type === 'reportAbsent', JSON.stringify(read));
  return [read.command.who.initials, read.command.from, read.command.until];
}

function swap(read: ReadRequest): readonly unknown[] {
  assert.ok('command' in read && read.command.type === 'swapDuty', JSON.stringify(read));
  const { one, other, during } = read.command;
  return [one.initials, other.initials, ...during.map(({ from, until }) => [from, until])];
}

function unread(read: ReadRequest): readonly string[] {
  assert.ok('unread' in read, JSON.stringify(read));
  return [read.unread.code, read.unread.typed];
}

describe('A day as people type it', () => {
  it('is read in Dutch and English, with and without its date, and is never before today without a year', () => {
    for (const [typed, day] of [
      ['vandaag', '2026-11-24'],
      ['di', '2026-11-24'],
      ['Dinsdag', '2026-11-24'],
      ['morgen', '2026-11-25'],
      ['thursday', '2026-11-26'],
      ['ma', '2026-11-30'],
      ['27 nov', '2026-11-27'],
      ['vr 27 november', '2026-11-27'],
      ['27-11', '2026-11-27'],
      ['27-11-2027', '2027-11-27'],
      ['2026-12-01', '2026-12-01'],
      ['3 mrt', '2027-03-03'],
      ['3 maart', '2027-03-03'],
      ['3 mei', '2027-05-03'],
      ['3 oct', '2027-10-03'],
    ] as const)
      assert.equal(readDay(typed, '2026-11-24'), day, typed);
  });

  it('that does not exist is none', () => {
    for (const typed of ['30 feb', '31-11', 'ooit', '', '2026-13-01', 'week 48', '0 nov'])
      assert.equal(readDay(typed, '2026-11-24'), null, typed);
  });
});

describe('Sickness that is typed', () => {
  it('is of who types it, from now on, until further notice', () => {
    assert.deepEqual(absence(readAbsence('', desk('Bram'))), ['BK', TUESDAY_TEN, null]);
  });

  it('is of somebody by initials, name, first name or e-mail address, up to and including a day', () => {
    for (const who of ['BK', 'bk', 'Bram Kok', 'bram', member('Bram').email]) {
      const read = absence(readAbsence(`${who} t/m vrijdag`, desk('Els')));
      assert.deepEqual(read, ['BK', TUESDAY_TEN, local('11-28 00:00')], who);
    }
    assert.deepEqual(absence(readAbsence('t/m morgen', desk('Anna'))), ['AB', TUESDAY_TEN, local('11-26 00:00')]);
  });

  it('may begin on another day, whole days in the zone of the town hall', () => {
    const period = absence(readAbsence('Anna van 1 dec t/m 4 dec', desk('Els')));
    assert.deepEqual(period, ['AB', local('12-01 00:00'), local('12-05 00:00')]);
    const summer = absence(readAbsence('van 2027-03-27 t/m 2027-03-28', desk('Els')));
    assert.equal(Number(summer[2]) - Number(summer[1]), 47 * 3_600_000);
  });

  it('of nobody we know, or until no day we know, is said back', () => {
    assert.deepEqual(unread(readAbsence('XY t/m vrijdag', desk('Els'))), ['unknown-person', 'XY']);
    assert.deepEqual(unread(readAbsence('BK t/m ooit', desk('Els'))), ['unknown-day', 'ooit']);
    assert.deepEqual(unread(readBack('XY', desk('Els'))), ['unknown-person', 'XY']);
  });
});

describe('A swap that is typed', () => {
  const tuesday = [local('11-24 00:00'), local('11-25 00:00')];

  it('is today, with who types it, when no more is said', () => {
    assert.deepEqual(swap(readSwap('EP', desk('Anna'))), ['AB', 'EP', tuesday]);
  });

  it('takes a day, some hours of it, and a day in return', () => {
    assert.deepEqual(swap(readSwap('EP do 26 nov', desk('Anna'))), [
      'AB',
      'EP',
      [local('11-26 00:00'), local('11-27 00:00')],
    ]);
    assert.deepEqual(swap(readSwap('EP di 08:30-12:45', desk('Anna'))), [
      'AB',
      'EP',
      [local('11-24 08:30'), local('11-24 12:45')],
    ]);
    assert.deepEqual(swap(readSwap('EP di tegen wo', desk('Anna'))), [
      'AB',
      'EP',
      tuesday,
      [local('11-25 00:00'), local('11-26 00:00')],
    ]);
  });

  it('is of two others when two are named', () => {
    assert.deepEqual(swap(readSwap('BK AB di', desk('Els'))), ['BK', 'AB', tuesday]);
  });

  it('is said back where it is not understood', () => {
    assert.deepEqual(unread(readSwap('XY di', desk('Els'))), ['unknown-person', 'XY']);
    assert.deepEqual(unread(readSwap('BK ooit', desk('Els'))), ['unknown-day', 'ooit']);
    assert.deepEqual(unread(readSwap('BK di 12:45-08:30', desk('Els'))), ['unknown-day', 'di 12:45-08:30']);
  });
});
