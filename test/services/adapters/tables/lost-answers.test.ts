import assert from 'node:assert/strict';
import { createDialogueStore } from '../../../../services/adapters/tables/dialogue-store.ts';
import { createLeases } from '../../../../services/adapters/tables/leases.ts';
import { MINUTE } from '../../../../services/domain/instant.ts';
import { type DialogueStore } from '../../../../services/ports/dialogue-store.ts';
import { Fault } from '../../../../services/ports/fault.ts';
import { committed } from '../../../contracts/store-under-test.ts';
import { changeOf, claim, DAAN, NOOR, OPENED_AT, openedDialogue } from '../../../support/dialogues.ts';
import { openTables } from '../../../support/tables-under-test.ts';
import { type Line, unreliableLine } from '../../../support/unreliable-line.ts';

describe('When the storage carries out a transaction and its answer is lost', () => {
  let store: DialogueStore;
  let line: Line;
  beforeEach(async () => {
    const { tables } = await openTables('lost');
    store = createDialogueStore(tables);
    line = unreliableLine(tables.dialogues, ({ url }) => url.includes('$batch'));
  });

  async function types(dialogue: string): Promise<readonly string[]> {
    return (await store.history(dialogue)).map(({ type }) => type);
  }

  it('a change is known as ours, stored once, and can be built upon', async () => {
    const opened = await committed(store, openedDialogue());
    line.break(['lose']);
    const claimed = await committed(store, claim(opened, NOOR, OPENED_AT, { operation: 'click' }));
    assert.deepEqual(await types(opened.dialogue.id), ['opened', 'claimed']);
    await committed(store, changeOf(claimed, [{ type: 'released', by: NOOR, at: OPENED_AT }]));
  });

  it('so is a change by the bot itself, without an operation', async () => {
    const opened = await committed(store, openedDialogue());
    line.break(['lose', 'lose']);
    await committed(store, claim(opened, NOOR, OPENED_AT));
    assert.deepEqual(await types(opened.dialogue.id), ['opened', 'claimed']);
  });

  it('so is a new dialogue', async () => {
    line.break(['lose']);
    const opened = await committed(store, openedDialogue());
    assert.deepEqual(await types(opened.dialogue.id), ['opened']);
    await committed(store, claim(opened, NOOR, OPENED_AT));
  });

  it('so is a change of which every answer is lost', async () => {
    const opened = await committed(store, openedDialogue());
    line.break(['lose', 'lose', 'lose', 'lose']);
    await committed(store, claim(opened, NOOR, OPENED_AT, { operation: 'click' }));
    assert.deepEqual(await types(opened.dialogue.id), ['opened', 'claimed']);
  });

  for (const operation of ['click', null]) {
    it(`and somebody else changes it before the next try, both stand (operation: ${String(operation)})`, async () => {
      const opened = await committed(store, openedDialogue());
      const id = opened.dialogue.id;
      line.break(['lose'], async () => {
        const now = await store.load(id);
        await committed(store, changeOf(now, [{ type: 'tookOver', by: DAAN, from: NOOR, at: OPENED_AT }]));
      });
      const claimed = await committed(store, claim(opened, NOOR, OPENED_AT, { operation }));
      assert.deepEqual(await types(id), ['opened', 'claimed', 'tookOver']);
      const released = changeOf(claimed, [{ type: 'released', by: NOOR, at: OPENED_AT }]);
      assert.equal((await store.commit(released)).outcome, 'conflict');
    });
  }

  it('or it never arrives at all, it is tried again', async () => {
    line.break(['cut', 'cut']);
    await committed(store, openedDialogue());
  });

  it('or it never arrives however often it is tried, a fault says so and nothing is stored', async () => {
    const opened = await committed(store, openedDialogue());
    line.break(['cut', 'cut', 'cut', 'cut']);
    const change = claim(opened, NOOR, OPENED_AT, { operation: 'click', wakes: [OPENED_AT] });
    await assert.rejects(
      store.commit(change),
      (fault) => fault instanceof Fault && fault.source === 'tables' && /did not answer/.test(fault.message),
    );
    assert.equal(await store.wasDone(opened.dialogue.id, 'click'), false);
    assert.equal((await store.due(OPENED_AT, 10)).length, 1);
    await committed(store, change);
  });
});

describe('When the answer about a lock or a lease is lost', () => {
  it('the lock is ours all the same, and what we save under it', async () => {
    const { tables } = await openTables('lost');
    const store = createDialogueStore(tables);
    const { dialogue } = await committed(store, openedDialogue());
    const line = unreliableLine(tables.dialogues, ({ method }) => method !== 'GET');
    line.break(['lose']);
    const lock = await store.lockShown(dialogue.id, 'a', MINUTE);
    assert.ok(lock);
    line.break(['lose']);
    const saved = await store.saveShown(dialogue.id, lock, { thread: 't', root: null, work: [] });
    assert.ok(saved);
    await store.unlockShown(dialogue.id, saved);
    assert.ok(await store.lockShown(dialogue.id, 'b', MINUTE));
  });

  it('the lease is ours all the same, and what we save under it', async () => {
    const { tables, clock } = await openTables('lost');
    const leases = createLeases(tables, clock);
    const line = unreliableLine(tables.leases, ({ method }) => method !== 'GET');
    line.break(['lose']);
    const lease = await leases.acquire('poller', 'a', MINUTE);
    assert.equal(lease?.fence, 1);
    line.break(['lose']);
    assert.equal(await leases.save(lease, 'cursor'), true);
    clock.advance(MINUTE);
    line.break(['lose']);
    assert.deepEqual(await leases.acquire('poller', 'b', MINUTE), { name: 'poller', fence: 2, value: 'cursor' });
  });
});
