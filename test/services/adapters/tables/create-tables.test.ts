import assert from 'node:assert/strict';
import { createTables } from '../../../../services/adapters/tables/create-tables.ts';
import { createDialogueStore } from '../../../../services/adapters/tables/dialogue-store.ts';
import { type TablesPlace } from '../../../../services/adapters/tables/connect.ts';
import { type Happened } from '../../../../services/domain/dialogue/messages.ts';
import { Fault, type FaultSource } from '../../../../services/ports/fault.ts';
import { freePort } from '../../../../infra/local/ports.ts';
import { committed } from '../../../contracts/store-under-test.ts';
import { azurite } from '../../../support/azurite.ts';
import { changeOf, NOOR, OPENED_AT, openedDialogue } from '../../../support/dialogues.ts';
import { createManualClock } from '../../../support/manual-clock.ts';
import { silentLog } from '../../../support/silent-log.ts';
import { openTables } from '../../../support/tables-under-test.ts';

const clock = createManualClock();

function says(source: FaultSource, words: RegExp): (error: unknown) => boolean {
  return (error) => error instanceof Fault && error.source === source && words.test(error.message);
}

describe('The tables', () => {
  it('are made when missing, and opened as they are when not', async () => {
    const { tables } = await openTables('made');
    const name = tables.dialogues.tableName.replace(/dialogues$/, '');
    const again = await createTables({ connectionString: await azurite() }, name, clock, silentLog);
    await committed(createDialogueStore(tables), openedDialogue({ id: 'x:1' }));
    assert.ok(await createDialogueStore(again).load('x:1'));
    await again.ping();
  });

  const wrong: readonly [string, TablesPlace, string, FaultSource, RegExp][] = [
    [
      'a prefix that no table can have',
      { connectionString: 'UseDevelopmentStorage=true' },
      'a-b',
      'settings',
      /TABLES_PREFIX/,
    ],
    ['a connection string that is none', { connectionString: 'geheim' }, '', 'settings', /TABLES_CONNECTION_STRING/],
    ['an endpoint that is no address', { endpoint: 'mijnopslag' }, '', 'settings', /TABLES_ENDPOINT/],
    ['http to another machine', { endpoint: 'http://opslag.example.org' }, '', 'settings', /https/],
  ];
  for (const [what, place, prefix, source, words] of wrong) {
    it(`refuse ${what}, in words`, async () => {
      await assert.rejects(createTables(place, prefix, clock, silentLog), says(source, words));
    });
  }

  it('do not repeat the key in what they say of a wrong connection string', async () => {
    const connectionString = 'DefaultEndpointsProtocol=https;AccountName=;AccountKey=geheim';
    await assert.rejects(
      createTables({ connectionString }, '', clock, silentLog),
      (fault) => fault instanceof Fault && !`${fault.message} ${String(fault.cause)}`.includes('geheim'),
    );
  });

  it('say that the storage does not answer where nobody listens', async () => {
    const connectionString = (await azurite()).replace(/127\.0\.0\.1:\d+/, `127.0.0.1:${await freePort()}`);
    await assert.rejects(createTables({ connectionString }, '', clock, silentLog), says('tables', /did not answer/));
  });

  it('say that the storage refuses a wrong key', async () => {
    const connectionString = (await azurite()).replace(/AccountKey=[^;]*/, 'AccountKey=AAAA');
    await assert.rejects(createTables({ connectionString }, '', clock, silentLog), says('tables', /refused us/));
  });

  it('that are gone are no empty tables: reading and ping say so', async () => {
    const { tables } = await openTables('gone');
    await tables.dialogues.deleteTable();
    await tables.leases.deleteTable();
    await assert.rejects(createDialogueStore(tables).load('x:1'), says('tables', /table is gone/));
    await assert.rejects(createDialogueStore(tables).wasDone('x:1', 'click'), says('tables', /table is gone/));
    await assert.rejects(tables.ping(), says('tables', /table is gone/));
  });

  it('refuse a change that no transaction takes, in words, before anything is written', async () => {
    const { tables } = await openTables('large');
    const store = createDialogueStore(tables);
    const opened = await committed(store, openedDialogue({ id: 'x:1' }));
    const revealed: Happened = { type: 'revealed', by: NOOR, at: OPENED_AT };
    const many = changeOf(
      opened,
      Array.from({ length: 100 }, () => revealed),
      { wakes: [OPENED_AT] },
    );
    await assert.rejects(store.commit(many), says('tables', /too large.*101 rows/));
    const long = changeOf(opened, [revealed], { texts: new Map([['1', 'x'.repeat(600_000)]]) });
    await assert.rejects(store.commit(long), says('tables', /too large/));
    assert.deepEqual(await store.due(OPENED_AT, 10), []);
    await committed(store, { ...many, ...changeOf(opened, many.events.slice(2)) });
  });
});
