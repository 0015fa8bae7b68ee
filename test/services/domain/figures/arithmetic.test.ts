import assert from 'node:assert/strict';
import fc from 'fast-check';
import { quantile, quantileWithUnanswered } from '../../../../services/domain/figures/distribution.ts';
import { minutes } from '../../../../services/domain/figures/shares.ts';
import { shareOf } from '../../../../services/domain/figures/share-of.ts';
import { DAY, HOUR, type Instant, type Interval, MINUTE } from '../../../../services/domain/instant.ts';
import { addOpenTime } from '../../../../services/domain/open-time.ts';
import { slowQuantile } from '../../../support/slow-figures.ts';

function counts(values: readonly number[]): Record<string, number> {
  const all: Record<string, number> = {};
  for (const value of values) all[value] = (all[value] ?? 0) + 1;
  return all;
}

describe('A share', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3: the score interval without continuity correction.
  for (const [part, whole, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    it(`of ${part} in ${whole} lies between ${low} and ${high}, as published`, () => {
      const { interval } = shareOf(part, whole);
      assert.deepEqual(
        interval?.map((bound) => Number(bound.toFixed(4))),
        [low, high],
      );
    });
  }

  it('of nothing is none, and of fewer than ten is too little', () => {
    assert.deepEqual(shareOf(0, 0), { part: 0, whole: 0, share: null, interval: null, enough: false });
    assert.deepEqual([shareOf(3, 9).enough, shareOf(3, 10).enough], [false, true]);
  });

  it('lies within its interval, which lies within 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.nat(), (whole, n) => {
        const { share, interval } = shareOf(n % (whole + 1), whole);
        const [low, high] = interval!;
        assert.ok(0 <= low && low <= share! + 1e-12 && share! - 1e-12 <= high && high <= 1);
      }),
    );
  });
});

describe('A median with those who still wait', () => {
  // Freireich et al., Blood 21 (1963): weeks of remission under 6-MP; of the second list more was not known.
  const relapsed = [6, 6, 6, 7, 10, 13, 16, 22, 23];
  const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];

  it('is 23 weeks for the patients of Freireich, as in the textbooks', () => {
    assert.equal(quantileWithUnanswered(counts(relapsed), counts(censored), 0.5), 23);
    // The estimator stands at 0.857, 0.807 and 0.753 after 6, 7 and 10 weeks.
    assert.deepEqual(
      [0.14, 0.15, 0.2].map((q) => quantileWithUnanswered(counts(relapsed), counts(censored), q)),
      [6, 7, 10],
    );
    assert.equal(quantileWithUnanswered(counts(relapsed), counts(censored), 0.9), null, 'too many relapsed never');
  });

  it('is the plain one where nobody waits, and unknown where nobody was answered', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400), { minLength: 1 }), fc.constantFrom(0.1, 0.5, 0.9), (all, q) => {
        assert.equal(quantileWithUnanswered(counts(all), {}, q), quantile(counts(all), q));
        const sorted = [...all].sort((one, other) => one - other);
        assert.equal(quantile(counts(all), q), sorted[Math.ceil(q * all.length - 1e-9) - 1]);
      }),
    );
    assert.deepEqual([quantile({}, 0.5), quantileWithUnanswered({}, { 5: 3 }, 0.5)], [null, null]);
  });

  it('equals that of the definition, and never lies below that of the answered alone', () => {
    const some = fc.array(fc.nat(60), { maxLength: 40 });
    fc.assert(
      fc.property(some, some, fc.constantFrom(0.1, 0.5, 0.9), (answered, waiting, q) => {
        const found = quantileWithUnanswered(counts(answered), counts(waiting), q);
        assert.equal(found, slowQuantile(answered, waiting, q));
        if (found !== null) assert.ok(found >= quantile(counts(answered), q)!);
      }),
    );
  });
});

describe("The clock of Hootsuite's documentation: open Monday to Friday from 9 to 17, norm 30 minutes", () => {
  const friday = Date.UTC(2026, 10, 20);
  const hours = (from: Instant, until: Instant): readonly Interval[] => {
    const open: Interval[] = [];
    for (let day = Math.floor(from / DAY) * DAY; day < until; day += DAY)
      if (![0, 6].includes(new Date(day).getUTCDay()))
        open.push({ from: Math.max(from, day + 9 * HOUR), until: Math.min(until, day + 17 * HOUR) });
    return open.filter((one) => one.from < one.until);
  };
  const at = (day: number, time: string): Instant => friday + day * DAY + Date.parse(`1970-01-01T${time}Z`);

  for (const [came, due] of [
    [at(0, '16:45'), at(3, '09:15')],
    [at(0, '16:30'), at(0, '17:00')],
    [at(0, '18:20'), at(3, '09:30')],
    [at(1, '12:00'), at(3, '09:30')],
    [at(3, '08:59'), at(3, '09:30')],
  ] as const) {
    it(`what comes in at ${new Date(came).toUTCString()} is due at ${new Date(due).toUTCString()}`, () => {
      assert.equal(addOpenTime(hours, came, 30 * MINUTE), due);
      assert.equal(minutes(hours, came, due), '30');
    });
  }
});
