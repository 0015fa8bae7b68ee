import assert from 'node:assert/strict';
import { HOUR, MINUTE } from '../../../services/domain/instant.ts';
import { closeLedger } from '../../../services/flows/close-ledger.ts';
import { createWorld } from '../../support/world.ts';

describe('The days of the ledger', () => {
  it('are closed once, by one instance, an hour after midnight UTC', async () => {
    const town = createWorld({ start: Date.UTC(2026, 10, 24, 23, 30) });
    const second = town.start();
    const turns = async (): Promise<number> => {
      for (const { world } of [town.bot, second, town.bot]) await closeLedger(world, 'x');
      return town.meddler.calls('ledger.closeDays');
    };
    await town.outside.ledger.record('x', [{ kind: 'post', id: '1', usd: 0.005, at: town.now }]);
    assert.equal(await turns(), 1);
    town.advance(HOUR);
    assert.equal(await turns(), 1, 'at half past twelve it is still yesterday');
    town.advance(30 * MINUTE);
    assert.equal(await turns(), 2);
    assert.equal((await town.outside.ledger.spent('x', '2026-11')).usd, 0.005);
    assert.equal(await town.outside.ledger.closeDays('x'), 0, 'nothing is left to be closed');
  });

  it('are closed in the next turn when closing them broke off', async () => {
    const town = createWorld();
    town.meddler.once('ledger', 'closeDays', () => Promise.reject(new Error('the tables are down')));
    await assert.rejects(closeLedger(town.bot.world, 'x'));
    await closeLedger(town.bot.world, 'x');
    assert.equal(town.meddler.calls('ledger.closeDays'), 2);
  });
});
