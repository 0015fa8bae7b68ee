import assert from 'node:assert/strict';
import { retryAt } from '../../../../services/adapters/x/rate-limit.ts';
import { DAY, MINUTE, SECOND } from '../../../../services/domain/instant.ts';

const NOW = Date.UTC(2026, 10, 24, 9);
const THEIRS = Date.UTC(2026, 10, 24, 8, 20);
const date = new Date(THEIRS).toUTCString();
const inSeconds = (seconds: number) => String(THEIRS / 1000 + seconds);

describe('The end of a rate limit', () => {
  it('is measured on the clock of the answer', () => {
    assert.equal(retryAt({ date, 'x-rate-limit-reset': inSeconds(90) }, NOW), NOW + 90 * SECOND);
  });
  it('is that of the daily limit when only that one is used up', () => {
    const headers = {
      date,
      'x-rate-limit-remaining': '12',
      'x-rate-limit-reset': inSeconds(90),
      'x-user-limit-24hour-remaining': '0',
      'x-user-limit-24hour-reset': inSeconds(7200),
    };
    assert.equal(retryAt(headers, NOW), NOW + 7200 * SECOND);
  });
  it('is not before Retry-After', () => {
    assert.equal(retryAt({ date, 'x-rate-limit-reset': inSeconds(5), 'retry-after': '40' }, NOW), NOW + 40 * SECOND);
  });
  it('is a whole window away when the answer has no date: our clock may be wrong', () => {
    assert.equal(retryAt({ 'x-rate-limit-reset': String(NOW / 1000 + 30) }, NOW), NOW + 15 * MINUTE);
  });
  it('is at the moment that Retry-After names, on the clock of the answer', () => {
    assert.equal(retryAt({ date, 'retry-after': new Date(THEIRS + MINUTE).toUTCString() }, NOW), NOW + MINUTE);
  });
  it('is a window away when X says nothing, at least a second and at most a day', () => {
    assert.equal(retryAt({}, NOW), NOW + 15 * MINUTE);
    assert.equal(retryAt({ date, 'x-rate-limit-reset': 'soon' }, NOW), NOW + 15 * MINUTE);
    assert.equal(retryAt({ date, 'x-rate-limit-reset': inSeconds(-9) }, NOW), NOW + SECOND);
    assert.equal(retryAt({ date, 'x-rate-limit-reset': inSeconds(9e9) }, NOW), NOW + DAY);
  });
});
