import assert from 'node:assert/strict';
import { type Period } from '../../../../services/domain/figures/period.ts';
import { at, calendarOf } from './town-hall.ts';

const calendar = calendarOf();
const TUESDAY = at('2026-11-24 10:00');

/** `name from..until | before`, a `…` behind what still runs; `until` is the day after the last. */
function shown(period: Period | null): string {
  if (period === null) return 'none';
  const { name, from, until, running, before } = period;
  return `${name} ${from}..${until}${running ? '…' : ''} | ${before.from}..${before.until}`;
}

function read(text: string, now = TUESDAY): string {
  return shown(calendar.periodIn(text, now));
}

describe('A period that somebody types, on Tuesday 24 November 2026', () => {
  const THIS_WEEK = 'week 2026-11-23..2026-11-30… | 2026-11-16..2026-11-18';
  const READ: Readonly<Record<string, string>> = {
    '': THIS_WEEK,
    week: THIS_WEEK,
    'Deze  week': THIS_WEEK,
    'this week': THIS_WEEK,
    vandaag: 'day 2026-11-24..2026-11-25… | 2026-11-23..2026-11-24',
    today: 'day 2026-11-24..2026-11-25… | 2026-11-23..2026-11-24',
    gisteren: 'day 2026-11-23..2026-11-24 | 2026-11-22..2026-11-23',
    yesterday: 'day 2026-11-23..2026-11-24 | 2026-11-22..2026-11-23',
    'vorige week': 'week 2026-11-16..2026-11-23 | 2026-11-09..2026-11-16',
    'last week': 'week 2026-11-16..2026-11-23 | 2026-11-09..2026-11-16',
    '2026-W47': 'week 2026-11-16..2026-11-23 | 2026-11-09..2026-11-16',
    'week 47': 'week 2026-11-16..2026-11-23 | 2026-11-09..2026-11-16',
    'week 49': 'week 2025-12-01..2025-12-08 | 2025-11-24..2025-12-01',
    maand: 'month 2026-11-01..2026-12-01… | 2026-10-01..2026-10-25',
    'this month': 'month 2026-11-01..2026-12-01… | 2026-10-01..2026-10-25',
    'vorige maand': 'month 2026-10-01..2026-11-01 | 2026-09-01..2026-10-01',
    oktober: 'month 2026-10-01..2026-11-01 | 2026-09-01..2026-10-01',
    'October 2025': 'month 2025-10-01..2025-11-01 | 2025-09-01..2025-10-01',
    november: 'month 2026-11-01..2026-12-01… | 2026-10-01..2026-10-25',
    december: 'month 2025-12-01..2026-01-01 | 2025-11-01..2025-12-01',
    '2026-10': 'month 2026-10-01..2026-11-01 | 2026-09-01..2026-10-01',
    '2027-01': 'month 2027-01-01..2027-02-01 | 2026-12-01..2027-01-01',
    kwartaal: 'quarter 2026-10-01..2027-01-01… | 2026-07-01..2026-08-25',
    'vorig kwartaal': 'quarter 2026-07-01..2026-10-01 | 2026-04-01..2026-07-01',
    '2026-Q3': 'quarter 2026-07-01..2026-10-01 | 2026-04-01..2026-07-01',
    'Q1 2025': 'quarter 2025-01-01..2025-04-01 | 2024-10-01..2025-01-01',
    jaar: 'year 2026-01-01..2027-01-01… | 2025-01-01..2025-11-25',
    'last year': 'year 2025-01-01..2026-01-01 | 2024-01-01..2025-01-01',
    '2025': 'year 2025-01-01..2026-01-01 | 2024-01-01..2025-01-01',
    '2026-11-20': 'day 2026-11-20..2026-11-21 | 2026-11-19..2026-11-20',
    '2026-10-01..2026-11-15': 'days 2026-10-01..2026-11-16 | 2026-08-16..2026-10-01',
    '1-10-2026 t/m 15-11-2026': 'days 2026-10-01..2026-11-16 | 2026-08-16..2026-10-01',
    '2026-11-20 .. 2026-11-29': 'days 2026-11-20..2026-11-30… | 2026-11-10..2026-11-15',
  };
  for (const [typed, period] of Object.entries(READ)) {
    it(`"${typed}" is ${period}`, () => {
      assert.equal(read(typed), period);
    });
  }

  for (const typed of [
    'gister en nu',
    '2026-13',
    '2026-W54',
    '2026-02-30',
    '2026-11-15..2026-10-01',
    'Q5',
    '26',
    'week 0',
  ])
    it(`"${typed}" is none`, () => {
      assert.equal(read(typed), 'none');
    });
});

describe('A period around the turn of the year', () => {
  it('has the weeks of ISO 8601, which 2026 has 53 of', () => {
    assert.equal(read('week', at('2027-01-01 09:00')), 'week 2026-12-28..2027-01-04… | 2026-12-21..2026-12-26');
    assert.equal(read('2026-W53'), 'week 2026-12-28..2027-01-04 | 2026-12-21..2026-12-28');
    assert.equal(read('week 53', at('2027-01-02 09:00')), 'week 2026-12-28..2027-01-04… | 2026-12-21..2026-12-27');
    assert.equal(read('vorige week', at('2027-01-05 09:00')), 'week 2026-12-28..2027-01-04 | 2026-12-21..2026-12-28');
  });

  it('ends the month before no later than the month itself begins', () => {
    assert.equal(read('maand', at('2026-03-30 09:00')), 'month 2026-03-01..2026-04-01… | 2026-02-01..2026-03-01');
  });
});

describe('A period over a jump of the clock', () => {
  it('begins and ends on the days of the wall, an hour after midnight and one before it', () => {
    assert.equal(read('vandaag', at('2026-10-25 00:30')), 'day 2026-10-25..2026-10-26… | 2026-10-24..2026-10-25');
    assert.equal(read('vandaag', at('2026-10-25 23:30')), 'day 2026-10-25..2026-10-26… | 2026-10-24..2026-10-25');
    assert.equal(read('vandaag', at('2026-03-29 23:30')), 'day 2026-03-29..2026-03-30… | 2026-03-28..2026-03-29');
    assert.equal(read('maand', at('2026-10-31 23:59')), 'month 2026-10-01..2026-11-01… | 2026-09-01..2026-10-01');
  });
});
