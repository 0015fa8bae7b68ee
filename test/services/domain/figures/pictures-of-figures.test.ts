import assert from 'node:assert/strict';
import { bucketsOf } from '../../../../services/domain/figures/buckets.ts';
import { type Counts, sumOfCounts } from '../../../../services/domain/figures/counts.ts';
import { hourLoads } from '../../../../services/domain/figures/hour-loads.ts';
import { ownFigures } from '../../../../services/domain/figures/own-figures.ts';
import { replyBuckets } from '../../../../services/domain/figures/reply-buckets.ts';
import { HOUR, type Interval } from '../../../../services/domain/instant.ts';
import { type DutyShift } from '../../../../services/domain/roster/duty.ts';
import { local, member, type Name } from '../../../support/dialogue-facts.ts';
import { madeUpReport, NOTHING_OPEN, TODAY, workingDay } from '../../../support/made-up-report.ts';

describe('The bars of a period', () => {
  function bars(typed: string): readonly [string, number, string | undefined] {
    const { period, figures } = madeUpReport({ period: typed, onDay: workingDay });
    const { size, buckets } = bucketsOf(period, TODAY, figures);
    assert.deepEqual(sumOfCounts(buckets.map(({ counts }) => counts)), figures.counts, 'together they are the period');
    return [size, buckets.length, buckets[1]?.from];
  }

  it('are days in a week, up to today', () => {
    assert.deepEqual(bars('week'), ['day', 2, '2026-11-24']);
    assert.deepEqual(bars('vorige week'), ['day', 7, '2026-11-17']);
  });

  it('are weeks from Monday in a month and a quarter, months in a year, and quarters in more', () => {
    assert.deepEqual(bars('oktober'), ['week', 5, '2026-10-05']);
    assert.deepEqual(bars('2026-Q3'), ['week', 14, '2026-07-06']);
    assert.deepEqual(bars('2025'), ['month', 12, '2025-02-01']);
    assert.deepEqual(bars('2023-11-25..2026-11-24'), ['quarter', 13, '2024-01-01']);
  });
});

describe('The hours of the week', () => {
  const at = (time: string): number => local(`11-24 ${time}`);
  const localTime = (moment: number): { day: string; hour: number } => {
    const wall = new Date(moment + HOUR).toISOString();
    return { day: wall.slice(0, 10), hour: Number(wall.slice(11, 13)) };
  };
  const open: readonly Interval[] = [{ from: at('08:30'), until: at('17:00') }];
  const shift = (from: string, until: string, ...who: readonly Name[]): DutyShift => ({
    from: at(from),
    until: at(until),
    members: who.map(member),
  });
  const weak = (hour: Counts['hour'], shifts: readonly DutyShift[]): readonly string[] =>
    hourLoads({ hour: hour ?? {} }, open, shifts, localTime)
      .filter((load) => load.weak !== null)
      .map((load) => `${load.weekday} ${load.hour} ${load.weak}`);

  it('are weak with nobody on the roster while something comes in, however little', () => {
    assert.deepEqual(
      weak({ 'tue 12': 1, 'tue 20': 9 }, [shift('08:30', '12:00', 'Bram'), shift('13:00', '17:00', 'Els')]),
      ['tue 12 nobody'],
    );
  });

  it('are weak with one person in the busiest hours, and not with two', () => {
    const hour = { 'tue 09': 1, 'tue 10': 8, 'tue 14': 8 };
    assert.deepEqual(weak(hour, [shift('08:30', '17:00', 'Bram'), shift('13:00', '17:00', 'Els')]), ['tue 10 alone']);
  });

  it('count people by the hour, a half hour as half, and only while it is open', () => {
    const [first, ...rest] = hourLoads(
      { hour: { 'tue 08': 2, 'sat 11': 1 } },
      open,
      [shift('08:00', '17:00', 'Bram', 'Els')],
      localTime,
    );
    assert.deepEqual(first, { weekday: 'tue', hour: 8, came: 2, open: true, people: 2, weak: null });
    assert.deepEqual(rest.at(-1), { weekday: 'sat', hour: 11, came: 1, open: false, people: 0, weak: null });
    assert.equal(rest.length, 9);
  });
});

describe('The buckets of reply times', () => {
  it('hold each reply once, on the bound in the quicker one', () => {
    const { replies, unanswered } = replyBuckets({
      reply: { '0': 1, '15': 2, '16': 1, '240': 1, '481': 3 },
      unanswered: { '30': 4 },
    });
    assert.deepEqual(
      replies.map(({ within, n }) => `${within ?? 'more'}: ${n}`),
      ['15: 3', '60: 1', '120: 0', '240: 1', '480: 0', 'more: 3'],
    );
    assert.equal(unanswered, 4);
  });
});

describe('The figures of one person', () => {
  it('are made of that person’s counts alone, also where one name begins another', () => {
    const counts: Counts = {
      person: { 'a@b.nl|answered': 12, 'a@b.nl|onTime': 9, 'a@b.nl|late': 3, 'ba@b.nl|answered': 90 },
      personReply: { 'a@b.nl|30': 11, 'a@b.nl|200': 1, 'ba@b.nl|1': 90 },
      norm: { missed: 40 },
    };
    const { answered, onTime, replyTime } = ownFigures({ counts, now: NOTHING_OPEN }, 'a@b.nl');
    assert.deepEqual([answered, onTime.part, onTime.whole, replyTime.median, replyTime.n], [12, 9, 12, 30, 12]);
    const nobody = ownFigures({ counts, now: NOTHING_OPEN }, 'nobody@b.nl');
    assert.deepEqual([nobody.answered, nobody.onTime.whole, nobody.replyTime.n], [0, 0, 0]);
  });
});
