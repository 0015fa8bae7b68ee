import assert from 'node:assert/strict';
import { type Tables } from '../../../../services/adapters/tables/create-tables.ts';
import { createLedger } from '../../../../services/adapters/tables/ledger.ts';
import { DAY, MINUTE } from '../../../../services/domain/instant.ts';
import { Fault } from '../../../../services/ports/fault.ts';
import { posts } from '../../../contracts/ledger-contract.ts';
import { type ManualClock } from '../../../support/manual-clock.ts';
import { openTables } from '../../../support/tables-under-test.ts';

const CHANGES = new Set<string | symbol>(['submitTransaction', 'createEntity', 'updateEntity']);

/** The same tables, whose ledger breaks down at its `nth` change: before it, or after it was done. */
function breakingAt(tables: Tables, nth: number, when: 'before' | 'after'): Tables {
  let changes = 0;
  const ledger = new Proxy(tables.ledger, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        const run = (): unknown => Reflect.apply(value, target, args);
        if (!CHANGES.has(key) || (changes += 1) !== nth) return run();
        const broken = (): never => {
          throw new Error('the process ends here');
        };
        return when === 'before' ? broken() : Promise.resolve(run()).then(broken);
      };
    },
  });
  return { ...tables, ledger };
}

describe('The ledger in tables', () => {
  let tables: Tables;
  let clock: ManualClock;
  beforeEach(async () => {
    ({ tables, clock } = await openTables('ledger'));
    clock.advance(Date.UTC(2026, 10, 24, 9) - clock.now());
  });

  const partitions = async (): Promise<Readonly<Record<string, number>>> => {
    const counts: Record<string, number> = {};
    for await (const { partitionKey = '' } of tables.ledger.listEntities()) {
      counts[partitionKey] = (counts[partitionKey] ?? 0) + 1;
    }
    return counts;
  };

  it('asks nothing of the storage for what this instance wrote today', async () => {
    const ledger = createLedger(tables);
    await ledger.record('x', posts(150));
    const before = tables.calls();
    await ledger.record('x', posts(150));
    assert.equal(tables.calls(), before);
    await ledger.record('x', posts(151));
    assert.equal(tables.calls(), before + 1);
  });

  it('tells what was spent in two requests, and in none for five minutes', async () => {
    const ledger = createLedger(tables);
    await ledger.record('x', posts(10));
    const before = tables.calls();
    await ledger.spent('x', '2026-11');
    await ledger.spent('x', '2026-11');
    assert.equal(tables.calls(), before + 2);
    clock.advance(5 * MINUTE);
    await ledger.spent('x', '2026-11');
    assert.equal(tables.calls(), before + 4);
  });

  it('keeps no id of a day that is closed', async () => {
    const ledger = createLedger(tables);
    await ledger.record('x', posts(150));
    assert.deepEqual(await partitions(), { 'x:2026-11-24': 150 });
    clock.advance(DAY);
    await ledger.closeDays('x');
    assert.deepEqual(await partitions(), { 'total:x': 1 });
  });

  for (const when of ['before', 'after'] as const) {
    it(`has the same sum whichever step of closing a day breaks off ${when} it is done`, async () => {
      await createLedger(tables).record('x', posts(150));
      clock.advance(DAY);
      let broken = 0;
      for (let nth = 1; ; nth += 1) {
        const closing = createLedger(breakingAt(tables, nth, when)).closeDays('x');
        const ended = await closing.then(
          () => 'closed',
          (fault: unknown) => {
            assert.ok(fault instanceof Fault);
            return 'broken';
          },
        );
        assert.equal((await createLedger(tables).spent('x', '2026-11')).usd, 0.75, `${ended} at step ${nth}`);
        if (ended === 'closed') break;
        broken += 1;
      }
      assert.ok(broken >= 2, `${broken} steps broke off`);
      await createLedger(tables).closeDays('x');
      assert.deepEqual(await partitions(), { 'total:x': 1 });
      assert.equal((await createLedger(tables).spent('x', '2026-11')).usd, 0.75);
    });
  }
});
