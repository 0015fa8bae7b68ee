import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Happened } from '../../../../services/domain/dialogue/messages.ts';
import { type Counts, sumOfCounts, totalOf } from '../../../../services/domain/figures/counts.ts';
import { DayTally } from '../../../../services/domain/figures/day-counts.ts';
import { figure } from '../../../../services/domain/figures/figure.ts';
import {
  type DayCounts,
  type Days,
  type OpenDialogue,
  periodFigures,
  type PeriodFigures,
  scopeKey,
} from '../../../../services/domain/figures/period-figures.ts';
import { type Shares, sharesOf, type TownClock } from '../../../../services/domain/figures/shares.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../../../../services/domain/instant.ts';
import { dayAfter } from '../../../../services/domain/roster/read-day.ts';
import { officeHours } from '../../../support/dialogue-facts.ts';
import { live, story } from '../../../support/random-story.ts';
import { minutesBetween, normOf, pages, promisesOf, slowQuantile } from '../../../support/slow-figures.ts';

const clock: TownClock = {
  openHours: officeHours,
  localTime: (at) => {
    const local = new Date(at + HOUR).toISOString();
    return { day: local.slice(0, 10), hour: Number(local.slice(11, 13)) };
  },
};
const EVER = { from: '2026-11-01', until: '2028-01-01' };
const RUNS = { numRuns: 25 };

/** The histories of some dialogues of one team, and the moment at which they are looked at. */
const town = fc
  .record({ stories: fc.array(story, { minLength: 1, maxLength: 4 }), later: fc.integer({ min: 0, max: 5 * 24 * 60 }) })
  .map(({ stories, later }) => {
    const histories = stories.map((one) => live(one).history).filter(({ length }) => length > 0);
    return { histories, at: Math.max(...histories.map((one) => one.at(-1)!.at)) + later * MINUTE };
  });

function stored(shares: readonly Shares[]): { readonly days: readonly DayCounts[]; readonly open: OpenDialogue[] } {
  const tally = new DayTally();
  for (const one of shares) for (const [day, counts] of one.days) tally.add({ day, scope: scopeKey(one), counts });
  const open = shares.flatMap(({ mode, municipality, open: still }, n) =>
    still === null ? [] : [{ dialogue: `d${n}`, mode, municipality, ...still }],
  );
  return { days: tally.days, open };
}

function figuresOf(shares: readonly Shares[], at: Instant, days: Days = EVER): readonly PeriodFigures[] {
  const { days: all, open } = stored(shares);
  return (['live', 'practice', 'listening'] as const).map((mode) =>
    periodFigures(all, open, { mode, days, at }, officeHours),
  );
}

function allCounts(figures: readonly PeriodFigures[]): Counts {
  return plain(sumOfCounts(figures.map(({ counts }) => counts)));
}

function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (_, one: unknown) => (one instanceof Map ? [...one] : sorted(one)))) as T;
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function expanded(minutes: Readonly<Record<string, number>> = {}): readonly number[] {
  return Object.entries(minutes).flatMap(([minute, times]) => Array<number>(times).fill(Number(minute)));
}

describe('The figures of whatever happens', () => {
  it('are the same whenever they were worked out, judged at the same moment', () => {
    fc.assert(
      fc.property(town, fc.nat(), ({ histories, at }, when) => {
        const last = (history: readonly Happened[]): Instant => history.at(-1)!.at;
        const early = histories.map((one) => sharesOf(one, last(one) + (when % (at - last(one) + 1)), clock));
        const now = histories.map((one) => sharesOf(one, at, clock));
        const much = at + 3 * DAY;
        assert.deepEqual(plain(figuresOf(early, at)), plain(figuresOf(now, at)));
        assert.deepEqual(plain(figuresOf(early, much)), plain(figuresOf(now, much)));
      }),
      RUNS,
    );
  });

  it('of a period are those of its parts together', () => {
    fc.assert(
      fc.property(town, fc.integer({ min: 0, max: 20 }), ({ histories, at }, cut) => {
        const shares = histories.map((one) => sharesOf(one, at, clock));
        const middle = dayAfter('2026-11-23', cut);
        const parts = [
          { ...EVER, until: middle },
          { ...EVER, from: middle },
        ].map((days) => figuresOf(shares, at, days));
        const whole = figuresOf(shares, at);
        for (const [n, one] of whole.entries()) {
          const halves = parts.map((part) => part[n]!);
          assert.deepEqual(plain(sumOfCounts(halves.map(({ counts }) => counts))), plain(one.counts));
          assert.deepEqual(plain(halves.flatMap(({ perDay }) => [...perDay])), plain([...one.perDay]));
          for (const half of halves) assert.deepEqual(half.now, one.now);
        }
      }),
      RUNS,
    );
  });

  it('equal those of a slow and obvious count', () => {
    let answered = 0;
    fc.assert(
      fc.property(town, ({ histories, at }) => {
        const counts = allCounts(
          figuresOf(
            histories.map((one) => sharesOf(one, at, clock)),
            at,
          ),
        );
        const notes = histories.flatMap(pages);
        const events = histories.flat();
        const times = (type: Happened['type']): number => events.filter((event) => event.type === type).length;
        assert.equal(totalOf(counts, 'came'), notes.length);
        for (const kind of new Set(notes.map((one) => one.kind)))
          assert.equal(counts.came?.[kind], notes.filter((one) => one.kind === kind).length);
        assert.deepEqual({ onTime: 0, late: 0, missed: 0, ...counts.norm }, normOf(notes, at));
        assert.deepEqual({ kept: 0, broken: 0, ...counts.promise }, promisesOf(notes, at));
        const owed = notes.filter(({ due }) => due !== null);
        const replies = owed.filter(({ first }) => first !== null).map((one) => minutesBetween(one.from, one.first!));
        const silent = owed
          .filter(({ first }) => first === null)
          .map((one) => minutesBetween(one.from, one.left ?? at));
        const numerically = (one: number, other: number): number => one - other;
        assert.deepEqual([...expanded(counts.reply)].sort(numerically), replies.sort(numerically));
        assert.deepEqual([...expanded(counts.unanswered)].sort(numerically), silent.sort(numerically));
        const time = figure('replyTime', { counts, now: figuresOf([], at)[0]!.now });
        assert.ok(time.as === 'minutes');
        assert.deepEqual(
          [time.median, time.p90],
          [0.5, 0.9].map((q) => slowQuantile(replies, silent, q)),
        );
        for (const way of new Set(notes.map((one) => one.way)))
          assert.equal(counts.way?.[way] ?? 0, notes.filter((one) => one.answer !== null && one.way === way).length);
        assert.equal(
          totalOf(counts, 'aside'),
          notes.filter(({ left, why }) => left !== null && why.startsWith('aside')).length,
        );
        assert.equal(
          totalOf(counts, 'handedOver'),
          notes.filter(({ left, why }) => left !== null && why === 'department').length,
        );
        assert.equal(counts.trouble?.['expired'] ?? 0, times('claimExpired'));
        assert.ok((counts.trouble?.['expired'] ?? 0) <= (counts.trouble?.['claims'] ?? 0));
        assert.equal(counts.trouble?.['removed'] ?? 0, times('removed'));
        assert.equal(counts.approvals?.['submitted'] ?? 0, times('submitted'));
        assert.ok((counts.approvals?.['sentBack'] ?? 0) <= times('submitted'));
        answered += replies.length;
      }),
      { numRuns: 60 },
    );
    assert.ok(answered > 0, 'the stories get somewhere');
  });
});
