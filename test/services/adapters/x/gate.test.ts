import assert from 'node:assert/strict';
import { createGate, type Gate } from '../../../../services/adapters/x/gate.ts';
import { type ToldWindow } from '../../../../services/adapters/x/rate-limit.ts';
import { HOUR, MINUTE, SECOND } from '../../../../services/domain/instant.ts';

const QUARTER = 15 * MINUTE;

function told(remaining: number, reset: number, wait = 60 * SECOND): ToldWindow {
  return { name: 'x-rate-limit', remaining, reset, wait };
}

function request(gate: Gate, now: number, ...windows: readonly ToldWindow[]): void {
  gate.enter(now);
  gate.leave(windows, now);
}

describe('A gate before an endpoint of X', () => {
  it('stays shut from the last request that X takes until its window ends', () => {
    const gate = createGate([]);
    request(gate, 0, told(1, 500));
    assert.ok(gate.opensAt(0) <= 0);
    request(gate, 0, told(0, 500));
    assert.equal(gate.opensAt(0), 61 * SECOND);
    assert.ok(gate.opensAt(61 * SECOND) <= 61 * SECOND);
  });

  it('counts what is under way', () => {
    const gate = createGate([]);
    request(gate, 0, told(2, 500));
    gate.enter(0);
    gate.enter(0);
    assert.ok(gate.opensAt(0) > 0);
    gate.leave([told(1, 500)], 0);
    assert.ok(gate.opensAt(0) > 0, 'X may not have counted the other one yet');
  });

  it('takes no older word for a newer one', () => {
    const gate = createGate([]);
    gate.enter(0);
    gate.enter(0);
    gate.leave([told(0, 500)], 0);
    gate.leave([told(1, 500), told(9, 400)], 0);
    assert.ok(gate.opensAt(0) > 0);
  });

  it('counts by itself where X says nothing, over any stretch of time', () => {
    const gate = createGate([
      { most: 3, per: QUARTER },
      { most: 5, per: HOUR },
    ]);
    for (const at of [0, 10 * MINUTE, 14 * MINUTE]) {
      assert.ok(gate.opensAt(at) <= at);
      request(gate, at);
    }
    assert.equal(gate.opensAt(14 * MINUTE), QUARTER + SECOND);
    request(gate, 16 * MINUTE);
    assert.equal(gate.opensAt(16 * MINUTE), 25 * MINUTE + SECOND);
    request(gate, 26 * MINUTE);
    assert.equal(gate.opensAt(40 * MINUTE), HOUR + SECOND, 'five within the hour');
  });

  it("believes X rather than its own count, also about a window of X's that has ended", () => {
    const gate = createGate([{ most: 2, per: QUARTER }]);
    request(gate, 0, told(400, 500));
    request(gate, 1, told(399, 500));
    request(gate, 2, told(398, 500));
    assert.ok(gate.opensAt(3) <= 3);
    assert.ok(gate.opensAt(62 * SECOND) <= 62 * SECOND);
  });

  it('waits as long as it is asked to', () => {
    const gate = createGate([]);
    gate.hold(90 * SECOND);
    gate.hold(30 * SECOND);
    assert.equal(gate.opensAt(0), 90 * SECOND);
  });
});
