import assert from 'node:assert/strict';
import { createDialogueStore } from '../../../../services/adapters/tables/dialogue-store.ts';
import { type Tables } from '../../../../services/adapters/tables/create-tables.ts';
import { type Happened } from '../../../../services/domain/dialogue/messages.ts';
import { MINUTE } from '../../../../services/domain/instant.ts';
import { committed, openIds, wakeOf } from '../../../contracts/store-under-test.ts';
import { changeOf, claim, NOOR, OPENED_AT, openedDialogue } from '../../../support/dialogues.ts';
import { openTables, tablesUnderTest } from '../../../support/tables-under-test.ts';
import { unreliableLine } from '../../../support/unreliable-line.ts';

const setAside: Happened = { type: 'wasSetAside', by: NOOR, reason: 'spam', at: OPENED_AT + 1 };
const reopened: Happened = { type: 'reopened', by: NOOR, due: null, at: OPENED_AT + 2 };

async function indexKeys(tables: Tables): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const row of tables.index.listEntities()) keys.push(`${row.partitionKey} ${row.rowKey}`);
  return keys;
}

describe('The index of the dialogues in tables', () => {
  it('names a new dialogue among the open ones, under its citizen and under the day of its opening in UTC', async () => {
    const { tables } = await openTables('index');
    const at = Date.UTC(2026, 10, 24, 23, 30);
    await committed(createDialogueStore(tables), openedDialogue({ id: 'x:1/2', citizen: 'a#b', at }));
    assert.deepEqual(await indexKeys(tables), [
      'citizen:x:a!23b x:1!2f2',
      'day:2026-11-24 x:1!2f2',
      'open x:1!2f2',
      'posted:x:2026-11-24 x:1!2f2',
    ]);
  });

  it('keeps citizen and day when a dialogue ends, and drops it from the open ones', async () => {
    const { tables } = await openTables('index');
    const store = createDialogueStore(tables);
    const opened = await committed(store, openedDialogue({ id: 'x:1' }));
    await committed(store, changeOf(opened, [setAside]));
    assert.deepEqual(await indexKeys(tables), ['citizen:x:42 x:1', 'day:2026-11-24 x:1', 'posted:x:2026-11-24 x:1']);
  });

  it('is written before the commit: a dialogue whose commit never arrives is found all the same', async () => {
    const { tables } = await openTables('index');
    const store = createDialogueStore(tables);
    unreliableLine(tables.dialogues, ({ url }) => url.includes('$batch')).break(['cut', 'cut', 'cut', 'cut']);
    await assert.rejects(store.commit(openedDialogue({ id: 'x:1' }, { wakes: [OPENED_AT] })));
    assert.equal((await indexKeys(tables)).length, 5);
    assert.deepEqual(await openIds(store), []);
    assert.deepEqual(
      (await store.due(OPENED_AT, 1)).map(({ dialogue }) => dialogue),
      ['x:1'],
    );
  });

  it('keeps the row of a dialogue that is re-opened between its end and the cleaning after it', async () => {
    const { tables } = await openTables('index');
    const store = createDialogueStore(tables);
    const opened = await committed(store, openedDialogue({ id: 'x:1' }));
    const line = unreliableLine(tables.dialogues, ({ url }) => url.includes('$batch'));
    line.break(['lose'], async () => {
      await committed(store, changeOf(await store.load('x:1'), [reopened]));
    });
    await committed(store, changeOf(opened, [setAside]));
    assert.deepEqual(await openIds(store), ['x:1']);
  });

  it('loses a stale row only when it is older than 10 minutes', async () => {
    const { tables, clock, leaveOpen } = await tablesUnderTest('index');
    const store = createDialogueStore(tables);
    await leaveOpen('x:1');
    clock.advance(9 * MINUTE);
    assert.deepEqual(await openIds(store), []);
    assert.deepEqual(await indexKeys(tables), ['open x:1']);
    clock.advance(MINUTE);
    assert.deepEqual(await openIds(store), []);
    assert.deepEqual(await indexKeys(tables), []);
  });

  it('keeps an old stale row that is written anew while it is looked at', async () => {
    const { tables, clock, leaveOpen } = await tablesUnderTest('index');
    const store = createDialogueStore(tables);
    await leaveOpen('x:1');
    clock.advance(11 * MINUTE);
    const line = unreliableLine(tables.dialogues, ({ method }) => method === 'GET');
    line.break(['lose'], () => leaveOpen('x:1'));
    assert.deepEqual(await openIds(store), []);
    assert.deepEqual(await indexKeys(tables), ['open x:1']);
  });

  it('is repaired in full: by citizen, by day of opening and of posting, open', async () => {
    const { tables } = await openTables('index');
    const store = createDialogueStore(tables);
    for (const id of ['x:1', 'x:2']) await committed(store, openedDialogue({ id, at: OPENED_AT + 40 * 3_600_000 }));
    const keys = await indexKeys(tables);
    for (const key of keys) {
      const [partitionKey = '', rowKey = ''] = key.split(' ');
      await tables.index.deleteEntity(partitionKey, rowKey, { etag: '*' });
    }
    assert.deepEqual(await store.repair(wakeOf), { heads: 2, repaired: 8 });
    assert.deepEqual(await indexKeys(tables), keys);
  });
});

describe('Requests to the storage', () => {
  async function counted(tables: Tables, deed: () => Promise<unknown>): Promise<number> {
    const before = tables.calls();
    await deed();
    return tables.calls() - before;
  }

  it('are three for a claim: load, due row, transaction', async () => {
    const { tables } = await openTables('calls');
    const store = createDialogueStore(tables);
    await committed(store, openedDialogue({ id: 'x:1' }));
    const calls = await counted(tables, async () => {
      const stored = await store.load('x:1');
      await committed(
        store,
        claim(stored!, NOOR, OPENED_AT, { operation: 'click', wakes: [OPENED_AT, OPENED_AT + 1] }),
      );
    });
    assert.equal(calls, 3);
  });

  it('are few for all else', async () => {
    const { tables } = await openTables('calls');
    const store = createDialogueStore(tables);
    const count = (deed: () => Promise<unknown>): Promise<number> => counted(tables, deed);
    const wakes = [OPENED_AT];
    const costs = {
      open: await count(() => store.commit(openedDialogue({ id: 'x:1' }, { wakes }))),
      load: await count(() => store.load('x:1')),
      unsettled: await count(() => store.unsettled('x:1')),
      history: await count(() => store.history('x:1')),
      due: await count(() => store.due(OPENED_AT, 10)),
      settle: await count(async () => store.settled((await store.due(OPENED_AT, 1))[0]!)),
      lockAndSave: await count(async () => {
        const lock = await store.lockShown('x:1', 'a', MINUTE);
        const saved = await store.saveShown('x:1', lock!, { thread: null, root: null, work: [] });
        await store.unlockShown('x:1', saved!);
      }),
      end: await count(async () => store.commit(changeOf(await store.load('x:1'), [setAside], { wakes }))),
      conflict: await count(() => store.commit(openedDialogue({ id: 'x:1' }, { wakes }))),
    };
    assert.deepEqual(costs, {
      open: 6,
      load: 1,
      unsettled: 1,
      history: 1,
      due: 1,
      settle: 2,
      lockAndSave: 4,
      end: 5,
      conflict: 7,
    });
  });
});
