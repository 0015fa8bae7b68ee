import assert from 'node:assert/strict';
import { spentOn, sumOf } from '../../../services/domain/charges.ts';
import { dayOf, monthOf, searchPace, warningDue } from '../../../services/domain/spending.ts';

describe('What a month of X may cost', () => {
  it('lets searches go on, slows them down from 80 % and stops them from 95 % on', () => {
    const paces = [0, 39.99, 40, 47.49, 47.5, 50, 120].map((spent) => searchPace(spent, 50));
    assert.deepEqual(paces, ['normal', 'normal', 'slow', 'slow', 'stop', 'stop', 'stop']);
  });

  it('holds nothing back without a ceiling', () => {
    assert.equal(searchPace(10_000, null), 'normal');
    assert.equal(warningDue(10_000, null, 0), null);
  });

  it('is warned of at 50, 80, 95 and 100 %, each once', () => {
    assert.equal(warningDue(24.99, 50, 0), null);
    assert.equal(warningDue(25, 50, 0), 50);
    assert.equal(warningDue(30, 50, 50), null);
    assert.equal(warningDue(40, 50, 50), 80);
    assert.equal(warningDue(49.9, 50, 80), 95);
    assert.equal(warningDue(50, 50, 95), 100);
    assert.equal(warningDue(70, 50, 100), null);
  });

  it('is warned of by the highest percentage alone when several are passed at once', () => {
    assert.equal(warningDue(48, 50, 0), 95);
  });

  it('begins and ends in UTC', () => {
    const lastSecond = Date.UTC(2026, 11, 1) - 1;
    assert.deepEqual([monthOf(lastSecond), dayOf(lastSecond)], ['2026-11', '2026-11-30']);
    assert.deepEqual([monthOf(lastSecond + 1), dayOf(lastSecond + 1)], ['2026-12', '2026-12-01']);
  });
});

describe('A sum of charges', () => {
  it('is right to the millionth of a dollar, with how much of each kind', () => {
    const posts = Array.from({ length: 3_000 }, () => spentOn({ kind: 'post', usd: 0.005 }));
    const users = Array.from({ length: 7 }, () => spentOn({ kind: 'user', usd: 0.01 }));
    assert.deepEqual(sumOf([sumOf(posts), ...users]), {
      usd: 15.07,
      kinds: { post: { count: 3_000, usd: 15 }, user: { count: 7, usd: 0.07 } },
    });
    assert.deepEqual(sumOf([]), { usd: 0, kinds: {} });
  });
});
