import assert from 'node:assert/strict';
import { type Charge } from '../../../services/domain/charges.ts';
import { Bookkeeper } from '../../../services/flows/bookkeeper.ts';
import { type Ledger } from '../../../services/ports/ledger.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { createMemoryLedger } from '../../support/memory/ledger.ts';

describe('What a network charges is written down', () => {
  const clock = createManualClock();
  let memory: Ledger;
  let broken: boolean;
  let recorded: number;
  let logged: string[];
  let bookkeeper: Bookkeeper;
  beforeEach(() => {
    memory = createMemoryLedger(clock);
    [broken, recorded, logged] = [false, 0, []];
    const ledger: Ledger = {
      ...memory,
      async record(network, charges) {
        recorded += 1;
        await Promise.resolve();
        if (broken) throw new Error('the tables are down');
        await memory.record(network, charges);
      },
    };
    const log = (message: string, fields: object = {}): void =>
      void logged.push(`${message} ${JSON.stringify(fields)}`);
    bookkeeper = new Bookkeeper('x', ledger, { info: log, warn: log, error: log });
  });

  const charge = (id: string, usd = 0.005): Charge => ({ kind: 'post', id, usd, at: clock.now() });
  const spent = async (): Promise<number> => (await memory.spent('x', '2026-11')).usd;

  it('at once, without being waited for, and waited for when asked', async () => {
    bookkeeper.note([charge('1'), charge('2')]);
    bookkeeper.note([charge('3')]);
    bookkeeper.note([]);
    await bookkeeper.written();
    assert.equal(await spent(), 0.015);
    await bookkeeper.written();
    assert.equal(recorded, 2);
  });

  it('later, with the next or when asked, when the tables were down; and the log says so', async () => {
    broken = true;
    bookkeeper.note([charge('1')]);
    await bookkeeper.written();
    bookkeeper.note([charge('2'), charge('1')]);
    await bookkeeper.written();
    assert.equal(await spent(), 0);
    assert.match(logged.at(-1) ?? '', /could not be written down yet .*"waiting":2/);
    broken = false;
    await bookkeeper.written();
    assert.equal(await spent(), 0.01);
    broken = true;
    bookkeeper.note([charge('3')]);
    await bookkeeper.written();
    broken = false;
    bookkeeper.note([charge('4')]);
    await bookkeeper.written();
    assert.equal(await spent(), 0.02);
  });

  it('at its first price, which is the one that is charged', async () => {
    broken = true;
    bookkeeper.note([charge('1', 0.001)]);
    await bookkeeper.written();
    broken = false;
    bookkeeper.note([charge('1', 0.005)]);
    await bookkeeper.written();
    assert.equal(await spent(), 0.001);
  });
});
