import assert from 'node:assert/strict';
import { DAY, HOUR, MINUTE } from '../../../services/domain/instant.ts';
import { compared, isTimeToCompare } from '../../../services/domain/reconciliation.ts';

const MIDNIGHT = Date.UTC(2026, 10, 25);

describe('The daily comparison with a network', () => {
  it('is made in the last 20 minutes of the UTC day, once', () => {
    const yesterday = MIDNIGHT - DAY - 10 * MINUTE;
    assert.equal(isTimeToCompare(MIDNIGHT - 21 * MINUTE, yesterday), false);
    assert.equal(isTimeToCompare(MIDNIGHT - 20 * MINUTE, yesterday), true);
    assert.equal(isTimeToCompare(MIDNIGHT - MINUTE, MIDNIGHT - 18 * MINUTE), false);
    assert.equal(isTimeToCompare(MIDNIGHT, yesterday), false);
  });

  it('is made up for by a bot that was down at that time', () => {
    const missed = MIDNIGHT - DAY - 10 * MINUTE;
    assert.equal(isTimeToCompare(MIDNIGHT + HOUR, missed), false);
    assert.equal(isTimeToCompare(MIDNIGHT + 2 * HOUR, missed), true);
  });

  it('keeps a figure per day, the last 31', () => {
    let kept = { until: 0, days: [] } as Parameters<typeof compared>[0];
    for (let day = 0; day < 40; day += 1) kept = compared(kept, MIDNIGHT + day * DAY, 10, day % 2);
    kept = compared(kept, MIDNIGHT + 39 * DAY + HOUR, 12, 0);
    assert.equal(kept.days.length, 31);
    assert.deepEqual(kept.days.at(-1), { day: '2027-01-03', there: 12, missed: 0 });
    assert.equal(kept.until, MIDNIGHT + 39 * DAY + HOUR);
  });
});
