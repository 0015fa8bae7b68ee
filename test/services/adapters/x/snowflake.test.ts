import assert from 'node:assert/strict';
import { byId, earlier, idAt, timeOf } from '../../../../services/adapters/x/snowflake.ts';
import { MINUTE } from '../../../../services/domain/instant.ts';

describe('The time in the ids of X', () => {
  it('is that of a post known to the world', () => {
    // The example of Wikipedia's article "Snowflake ID": a post of @Wikipedia.
    assert.equal(new Date(timeOf('1541815603606036480')).toISOString(), '2022-06-28T16:07:40.105Z');
  });
  it('goes to an id and back to the millisecond', () => {
    const at = Date.UTC(2026, 10, 24, 9, 0, 0, 123);
    assert.equal(timeOf(idAt(at)), at);
    assert.equal(timeOf(earlier(idAt(at), 2 * MINUTE)), at - 2 * MINUTE);
  });
  it('never gives an id that X refuses', () => {
    assert.equal(idAt(0), '1');
    assert.equal(earlier('20', MINUTE), '1');
  });
  it('orders ids that are too long for numbers', () => {
    assert.deepEqual(['9007199254740995', '9007199254740993', '9', '10'].sort(byId), [
      '9',
      '10',
      '9007199254740993',
      '9007199254740995',
    ]);
  });
});
