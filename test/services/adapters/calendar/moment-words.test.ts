import assert from 'node:assert/strict';
import { createCalendar } from '../../../../services/adapters/calendar/create-calendar.ts';
import { local, settings, TUESDAY_TEN } from '../../../support/dialogue-facts.ts';

const calendar = createCalendar(settings);

describe('A moment that somebody types, on Tuesday 24 November 2026 at 10:00', () => {
  const READ: Readonly<Record<string, string>> = {
    'morgen 10:00': '11-25 10:00',
    'Morgen om 10.15': '11-25 10:15',
    'tomorrow 9:30': '11-25 09:30',
    'overmorgen 16 uur': '11-26 16:00',
    'vr 14:00': '11-27 14:00',
    'vrijdag 14u': '11-27 14:00',
    'friday 14:00': '11-27 14:00',
    'di 14:00': '11-24 14:00',
    'di 09:00': '12-01 09:00',
    '27-11 09:30': '11-27 09:30',
    '27/11/2026 09:30': '11-27 09:30',
    '2026-11-27 09:30': '11-27 09:30',
    '3 dec 11:00': '12-03 11:00',
    '3 december at 11:00': '12-03 11:00',
    '16:00': '11-24 16:00',
    '09:00': '11-24 09:00',
    'over 2 uur': '11-24 12:00',
    'in 30 minutes': '11-24 10:30',
    'over 3 dagen 12:00': '11-27 12:00',
    'in 1 week': '12-01 08:30',
    morgen: '11-25 08:30',
    do: '11-26 08:30',
  };
  for (const [typed, moment] of Object.entries(READ)) {
    it(`"${typed}" is ${moment}`, () => {
      assert.deepEqual(calendar.momentIn(typed, TUESDAY_TEN), { at: local(moment), rest: '' });
    });
  }

  it('leaves what stands behind it', () => {
    const read = calendar.momentIn('vr 14:00  Is de lamp gemaakt?  Bel dan.', TUESDAY_TEN);
    assert.deepEqual(read, { at: local('11-27 14:00'), rest: 'Is de lamp gemaakt? Bel dan.' });
    assert.equal(calendar.momentIn('3 dec is de markt', TUESDAY_TEN)?.rest, 'is de markt');
  });

  it('is next year when the day is over', () => {
    assert.equal(calendar.momentIn('05-01 09:00', TUESDAY_TEN)?.at, Date.parse('2027-01-05T09:00+01:00'));
  });

  it('is summer time in summer', () => {
    assert.equal(calendar.momentIn('1 juli 09:00', TUESDAY_TEN)?.at, Date.parse('2027-07-01T09:00+02:00'));
  });

  for (const typed of [
    '',
    'ooit',
    'straks',
    '31-02 09:00',
    '25:00',
    '10:75',
    '40-11',
    'domweg',
    'morgenmiddag',
    '1e keer',
  ])
    it(`"${typed}" is none`, () => {
      assert.equal(calendar.momentIn(typed, TUESDAY_TEN), null);
    });
});
