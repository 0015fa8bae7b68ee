import assert from 'node:assert/strict';
import { DAY } from '../../../services/domain/instant.ts';
import { searchPaceNow, watchSpending } from '../../../services/flows/watch-spending.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

describe('What is spent on X', () => {
  let town: TestWorld;
  let bills = 0;
  beforeEach(() => {
    town = createWorld();
  });

  /** X charges for something. */
  const costs = (usd: number): Promise<void> =>
    town.outside.ledger.record('x', [{ kind: 'post', id: `${(bills += 1)}`, usd, at: town.now }]);
  const told = (): readonly unknown[] =>
    town.outside.alerts.told.map(({ to, alert }) => [to, alert.what === 'spending' ? alert.percent : alert.what]);

  it('is told to the coordinators once per percentage, with the amounts', async () => {
    await costs(20);
    await watchSpending(town.bot.world, 'x');
    assert.deepEqual(told(), []);
    await costs(6);
    for (let turn = 0; turn < 3; turn += 1) await watchSpending(town.bot.world, 'x');
    const alert = { what: 'spending', network: 'x', percent: 50, spent: 26, monthly: 50, month: '2026-11' };
    assert.deepEqual(town.outside.alerts.told, [{ to: 'coordinators', alert }]);
    await costs(14);
    await watchSpending(town.bot.world, 'x');
    await costs(30);
    await watchSpending(town.bot.world, 'x');
    assert.deepEqual(told(), [
      ['coordinators', 50],
      ['coordinators', 80],
      ['coordinators', 100],
    ]);
  });

  it('is told by one of two instances, and after a restart not again', async () => {
    await costs(41);
    const second = town.start();
    await watchSpending(town.bot.world, 'x');
    await watchSpending(second.world, 'x');
    town.advance(DAY);
    await watchSpending(town.restart().world, 'x');
    assert.deepEqual(told(), [['coordinators', 80]]);
  });

  it('is told again when it could not be told, or not remembered that it was', async () => {
    await costs(41);
    town.meddler.once('alerts', 'toCoordinators', () => Promise.reject(new Error('Teams is down')));
    await assert.rejects(watchSpending(town.bot.world, 'x'));
    assert.deepEqual(told(), []);
    town.meddler.once('leases', 'save', () => Promise.reject(new Error('killed')));
    await assert.rejects(watchSpending(town.bot.world, 'x'));
    await watchSpending(town.bot.world, 'x');
    await watchSpending(town.bot.world, 'x');
    assert.deepEqual(told(), [
      ['coordinators', 80],
      ['coordinators', 80],
    ]);
  });

  it('begins anew with the month in UTC', async () => {
    await costs(60);
    assert.equal(await searchPaceNow(town.bot.world, 'x'), 'stop');
    await watchSpending(town.bot.world, 'x');
    town.advance(Date.UTC(2026, 11, 1) - town.now);
    assert.equal(await searchPaceNow(town.bot.world, 'x'), 'normal');
    await costs(25);
    await watchSpending(town.bot.world, 'x');
    assert.deepEqual(told(), [
      ['coordinators', 100],
      ['coordinators', 50],
    ]);
  });

  it('slows searches down first and then stops them', async () => {
    const paces = [];
    for (const usd of [39, 1, 7.5]) {
      await costs(usd);
      paces.push(await searchPaceNow(town.bot.world, 'x'));
    }
    assert.deepEqual(paces, ['normal', 'slow', 'stop']);
  });

  it('is nothing on a network that costs nothing', async () => {
    await town.outside.ledger.record('practice', [{ kind: 'post', id: '1', usd: 1_000, at: town.now }]);
    await watchSpending(town.bot.world, 'practice');
    assert.equal(await searchPaceNow(town.bot.world, 'practice'), 'normal');
    assert.deepEqual(told(), []);
  });
});
