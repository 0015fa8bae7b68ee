import assert from 'node:assert/strict';
import { bareTables, createTables, type Tables } from '../../../../services/adapters/tables/create-tables.ts';
import { createDialogueStore } from '../../../../services/adapters/tables/dialogue-store.ts';
import { createLeases } from '../../../../services/adapters/tables/leases.ts';
import { createTeamStore } from '../../../../services/adapters/tables/team-store.ts';
import { LAYOUT, missingIn } from '../../../../services/adapters/tables/layout.ts';
import { migrateRows } from '../../../../services/adapters/tables/migrate-rows.ts';
import { storeLayout } from '../../../../services/adapters/tables/store-layout.ts';
import { MINUTE } from '../../../../services/domain/instant.ts';
import { Fault } from '../../../../services/ports/fault.ts';
import { committed } from '../../../contracts/store-under-test.ts';
import { azurite } from '../../../support/azurite.ts';
import { claim, NOOR, OPENED_AT, openedDialogue } from '../../../support/dialogues.ts';
import { silentLog } from '../../../support/silent-log.ts';
import { openTables } from '../../../support/tables-under-test.ts';

const LATER = LAYOUT + 1;
const quiet = (): void => undefined;

function tellsOfLater(error: unknown): boolean {
  return error instanceof Fault && error.message.includes(`later release (layout ${LATER}`);
}

describe('The layout of stored rows', () => {
  it('stands in each row that the bot writes, in whatever way', async () => {
    const { tables } = await openTables('layout');
    await workedWith(tables);
    const layouts: unknown[] = [];
    for (const name of ['dialogues', 'index', 'leases'] as const)
      for await (const { layout } of tables[name].listEntities()) layouts.push(layout);
    assert.ok(layouts.length >= 10, String(layouts.length));
    assert.deepEqual(new Set(layouts), new Set([LAYOUT]));
  });

  it('of a later release stops who reads such a row, in words, whatever the row is', async () => {
    const { tables, bare, clock } = await withBare();
    const { id } = await workedWith(tables);
    const store = createDialogueStore(tables);
    const leases = createLeases(tables, clock);
    await asLater(bare, 'dialogues', (row) => row.rowKey === 'head');
    await assert.rejects(store.load(id), tellsOfLater);
    await asLater(bare, 'index', () => true);
    await assert.rejects(store.due(OPENED_AT, 10), tellsOfLater);
    await asLater(bare, 'leases', (row) => row.partitionKey === 'lease');
    await assert.rejects(leases.peek('poll'), tellsOfLater);
    await bare.team.createEntity({ partitionKey: 'team', rowKey: 'head', layout: LATER, parts: 0 });
    await assert.rejects(createTeamStore(tables).load(), tellsOfLater);
  });

  it('of a later release stops a bot before it starts, as soon as that release has started once', async () => {
    const { prefix, bare } = await withBare();
    assert.equal(await storeLayout(bare.leases), LAYOUT);
    await asLater(bare, 'leases', (row) => row.partitionKey === 'layout');
    const again = createTables({ connectionString: await azurite() }, prefix, { now: () => 0 }, silentLog);
    await assert.rejects(again, tellsOfLater);
  });

  it('is put into rows of before it by a migration that can be run twice, beside a bot at work', async () => {
    const { tables, bare } = await withBare();
    const { id } = await workedWith(tables);
    const before = await createDialogueStore(tables).load(id);
    await withoutLayout(bare);
    assert.ok(await createDialogueStore(tables).load(id), 'what an earlier release stored is read');
    const first = await migrateRows(bare, quiet);
    assert.ok(first.changed >= 10 && first.changed === first.rows, JSON.stringify(first));
    assert.deepEqual(await migrateRows(bare, quiet), { rows: first.rows, changed: 0 });
    const after = await createDialogueStore(tables).load(id);
    assert.deepEqual([after?.dialogue, after?.texts], [before?.dialogue, before?.texts]);
    await committed(createDialogueStore(tables), claim(after!, NOOR, OPENED_AT));
  });

  it('goes up by steps, each of which sees what those before it made; what they do not name stays as it is', async () => {
    const { bare } = await withBare();
    await bare.ledger.createEntity({ partitionKey: 'p', rowKey: 'old', usd: 3, at: new Date(5), big: 7n });
    const steps = [
      () => ({}),
      ({ usd }: Readonly<Record<string, unknown>>) => ({ cents: Number(usd) * 100 }),
      ({ cents }: Readonly<Record<string, unknown>>) => ({ mills: Number(cents) * 10 }),
    ];
    assert.deepEqual(missingIn({ usd: 3 }, steps), { cents: 300, mills: 3000 });
    await migrateRows(bare, quiet, steps);
    const { usd, at, big, cents, mills, layout } = await bare.ledger.getEntity('p', 'old');
    assert.deepEqual([usd, at, big, cents, mills, layout], [3, new Date(5), 7n, 300, 3000, 3]);
  });

  it('of a row that was written while it was migrated is left to who wrote it', async () => {
    const { bare } = await withBare();
    for (const rowKey of ['1', '2', '3']) await bare.ledger.createEntity({ partitionKey: 'p', rowKey, usd: 1 });
    let raced = false;
    const real = bare.ledger.submitTransaction.bind(bare.ledger);
    bare.ledger.submitTransaction = async (actions, options) => {
      if (!raced) await bare.ledger.updateEntity({ partitionKey: 'p', rowKey: '2', usd: 2, layout: LAYOUT }, 'Replace');
      raced = true;
      return real(actions, options);
    };
    const { changed } = await migrateRows(bare, quiet);
    const rows: unknown[] = [];
    for await (const { rowKey, usd, layout } of bare.ledger.listEntities()) rows.push([rowKey, usd, layout]);
    assert.deepEqual(rows, [['1', 1, LAYOUT], ['2', 2, LAYOUT], ['3', 1, LAYOUT]]); // prettier-ignore
    assert.equal(changed, 2);
  });
});

type Bare = Awaited<ReturnType<typeof bareTables>>;
interface Key {
  readonly partitionKey?: string;
  readonly rowKey?: string;
}

async function withBare() {
  const { tables, clock } = await openTables('layout');
  const prefix = tables.dialogues.tableName.replace(/dialogues$/, '');
  return { tables, clock, prefix, bare: await bareTables({ connectionString: await azurite() }, prefix) };
}

async function workedWith(tables: Tables): Promise<{ id: string }> {
  const store = createDialogueStore(tables);
  const opened = await committed(store, { ...openedDialogue({ id: 'x:1' }), wakes: [OPENED_AT] });
  await committed(store, claim(opened, NOOR, OPENED_AT, { operation: 'click' }));
  const lock = await store.lockShown('x:1', 'me', MINUTE);
  assert.ok(lock !== null && (await store.saveShown('x:1', lock, lock.shown)) !== null);
  await createLeases(tables, tables.clock).acquire('poll', 'me', MINUTE);
  return { id: 'x:1' };
}

async function asLater(bare: Bare, table: 'dialogues' | 'index' | 'leases', which: (row: Key) => boolean) {
  for await (const row of bare[table].listEntities()) {
    const { partitionKey, rowKey } = row;
    if (which(row)) await bare[table].updateEntity({ partitionKey: partitionKey!, rowKey: rowKey!, layout: LATER });
  }
}

/** Every row as a release before layouts left it. */
async function withoutLayout(bare: Bare): Promise<void> {
  for (const table of [bare.dialogues, bare.index, bare.leases])
    for await (const row of table.listEntities()) {
      const { layout, etag, timestamp, ...rest } = row;
      assert.ok(layout !== undefined && etag && timestamp);
      await table.updateEntity({ ...rest, partitionKey: row.partitionKey!, rowKey: row.rowKey! }, 'Replace');
    }
}
