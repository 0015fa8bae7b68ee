import assert from 'node:assert/strict';
import { type Happened } from '../../services/domain/dialogue/messages.ts';
import { MINUTE, SECOND } from '../../services/domain/instant.ts';
import { changeOf, citizensPost, claim, DAAN, NOOR, OPENED_AT, openedDialogue } from '../support/dialogues.ts';
import { committed, type MakeStore, openIds, wakeOf } from './store-under-test.ts';

const setAside: Happened = { type: 'wasSetAside', by: NOOR, reason: 'spam', at: OPENED_AT + 1 };
const reopened: Happened = { type: 'reopened', by: NOOR, due: null, at: OPENED_AT + 2 };

/** Finding dialogues: which are open, which must be looked at, which thread is whose. Stale at worst, never missing. */
export function dialogueIndexContract(make: MakeStore): void {
  describe('due rows', () => {
    it('of a commit are given back and found, earliest first, up to a moment and a number', async () => {
      const { store, clock } = await make();
      const moments = [5_000, 1_000, 3_000].map((after) => OPENED_AT + after);
      const { dialogue, due } = await committed(store, openedDialogue({}, { wakes: moments }));
      assert.deepEqual(due.map(({ at }) => at).sort(), [...moments].sort());
      await store.wakeAt('x:other', OPENED_AT + 2_000, 7);
      const found = await store.due(OPENED_AT + 3_000, 10);
      assert.deepEqual(
        found.map((row) => [row.at - OPENED_AT, row.dialogue, row.version, row.writtenAt]),
        [
          [1_000, dialogue.id, 1, clock.now()],
          [2_000, 'x:other', 7, clock.now()],
          [3_000, dialogue.id, 1, clock.now()],
        ],
      );
      assert.deepEqual(await store.due(OPENED_AT + 3_000, 2), found.slice(0, 2));
      assert.deepEqual(await store.due(OPENED_AT + 999, 10), []);
      assert.deepEqual(await store.due(OPENED_AT + 999_999, 0), []);
    });

    it('are written even when the commit then conflicts or was done before', async () => {
      const { store } = await make();
      const opened = await committed(store, openedDialogue());
      const wakes = [OPENED_AT + SECOND];
      const claimed = await store.commit(claim(opened, NOOR, OPENED_AT, { operation: 'one', wakes }));
      assert.equal(claimed.outcome, 'committed');
      assert.equal(
        (await store.commit(claim(opened, DAAN, OPENED_AT, { operation: 'two', wakes }))).outcome,
        'conflict',
      );
      assert.equal(
        (await store.commit(claim(opened, NOOR, OPENED_AT, { operation: 'one', wakes }))).outcome,
        'repeated',
      );
      const rows = await store.due(OPENED_AT + SECOND, 10);
      assert.equal(rows.length, 3);
      assert.equal(new Set(rows.map(({ key }) => key)).size, 3);
      assert.ok(rows.every(({ version }) => version === 2));
    });

    it('go when they are settled, and may be settled twice', async () => {
      const { store } = await make();
      const { due } = await committed(store, openedDialogue({}, { wakes: [OPENED_AT, OPENED_AT + 1] }));
      await store.settled(due[0]!);
      await store.settled(due[0]!);
      assert.deepEqual(await store.due(OPENED_AT + 10, 10), [due[1]]);
    });

    it('are read in full over several pages', async () => {
      const { store } = await make();
      const wakes = Array.from({ length: 30 }, (_, n) => OPENED_AT + n);
      for (let n = 0; n < 3; n++) await committed(store, openedDialogue({ id: `x:${n}` }, { wakes }));
      assert.equal((await store.due(OPENED_AT + 100, 1_000)).length, 90);
      assert.equal((await store.due(OPENED_AT + 100, 7)).length, 7);
    });
  });

  describe('one pass over all dialogues', () => {
    it('gives each with its words, open or ended, in any number', async () => {
      const { store } = await make();
      const stored = [];
      for (let n = 0; n < 3; n += 1) stored.push(await committed(store, openedDialogue({ id: `x:${n}` })));
      const [first, ...rest] = stored;
      assert.ok(first);
      const ended = await committed(store, changeOf(first, [setAside]));
      const all = [];
      for await (const one of store.everything()) all.push(one);
      const wanted = [ended, ...rest].map(({ dialogue, texts, etag }) => ({ dialogue, texts, etag }));
      assert.deepEqual(
        new Map(all.map((one) => [one.dialogue.id, one])),
        new Map(wanted.map((one) => [one.dialogue.id, one])),
      );
    });

    it('gives nothing of an empty store', async () => {
      const { store } = await make();
      for await (const one of store.everything()) assert.fail(one.dialogue.id);
    });
  });

  describe('the index of open dialogues', () => {
    it('gives what is open, with state and words, and no longer what has ended, until it is re-opened', async () => {
      const { store } = await make();
      const one = await committed(store, openedDialogue({ id: 'x:1' }));
      const two = await committed(store, openedDialogue({ id: 'x:2' }));
      assert.deepEqual(await openIds(store), ['x:1', 'x:2']);
      const ended = await committed(store, changeOf(one, [setAside]));
      assert.deepEqual(await openIds(store), ['x:2']);
      for await (const stored of store.open()) {
        assert.deepEqual(stored, { dialogue: two.dialogue, texts: two.texts, etag: two.etag, thread: null });
      }
      await committed(store, changeOf(ended, [reopened]));
      assert.deepEqual(await openIds(store), ['x:1', 'x:2']);
    });

    it('gives the thread that shows a dialogue', async () => {
      const { store } = await make();
      const { dialogue } = await committed(store, openedDialogue({ id: 'x:1' }));
      const lock = await store.lockShown(dialogue.id, 'me', MINUTE);
      assert.ok(lock);
      await store.saveShown(dialogue.id, lock, {
        thread: '19:c;messageid=7',
        root: { activity: '7', version: 1 },
        work: [],
      });
      for await (const { thread } of store.open()) assert.equal(thread, '19:c;messageid=7');
      assert.deepEqual(await openIds(store), ['x:1']);
    });

    it('never gives a dialogue whose row is stale', async () => {
      const { store, clock, leaveOpen } = await make();
      const one = await committed(store, openedDialogue({ id: 'x:1' }));
      await committed(store, changeOf(one, [setAside]));
      await leaveOpen('x:1');
      await leaveOpen('x:never-stored');
      assert.deepEqual(await openIds(store), []);
      clock.advance(11 * MINUTE);
      assert.deepEqual(await openIds(store), []);
      assert.deepEqual(await openIds(store), []);
    });

    it('keeps a dialogue that lost its end to a conflict', async () => {
      const { store } = await make();
      const opened = await committed(store, openedDialogue({ id: 'x:1' }));
      await committed(store, claim(opened, NOOR, OPENED_AT));
      assert.equal((await store.commit(changeOf(opened, [setAside]))).outcome, 'conflict');
      assert.deepEqual(await openIds(store), ['x:1']);
    });
  });

  describe('a thread in Teams', () => {
    it('leads to its dialogue', async () => {
      const { store } = await make();
      const thread = '19:abc/def+ghi=@thread.tacv2;messageid=1700000000000';
      assert.equal(await store.dialogueOfThread(thread), null);
      await store.nameThread(thread, 'x:1/2');
      await store.nameThread(thread, 'x:1/2');
      assert.equal(await store.dialogueOfThread(thread), 'x:1/2');
    });
  });

  describe('the index of days', () => {
    it('gives the dialogues of a network with a post of the citizen from a day, by id, from one on', async () => {
      const { store } = await make();
      const day = new Date(OPENED_AT).toISOString().slice(0, 10);
      const ids: string[] = [];
      for (const id of ['x:a', 'x:b', 'x:c']) {
        await committed(store, openedDialogue({ id, thread: id, citizen: id, at: OPENED_AT }));
        ids.push(id);
      }
      const found = async (network: string, from: string, after = ''): Promise<readonly string[]> => {
        const seen: string[] = [];
        for await (const { dialogue } of store.postedOn(network, from, after)) seen.push(dialogue.id);
        return seen;
      };
      assert.deepEqual(await found('x', day), ids);
      assert.deepEqual(await found('x', day, 'x:a'), ['x:b', 'x:c']);
      assert.deepEqual(await found('x', '2026-11-23'), []);
      assert.deepEqual(await found('practice', day), []);
      const stored = await store.load('x:b');
      const post = citizensPost('later', OPENED_AT + 3 * 86_400_000);
      await committed(store, changeOf(stored, [{ type: 'received', post, at: OPENED_AT + 3 * 86_400_000 }]));
      assert.deepEqual(await found('x', '2026-11-27'), ['x:b']);
      assert.deepEqual(await found('x', day), ids);
    });
  });

  describe('a repair', () => {
    it('finds nothing to do where nothing was lost', async () => {
      const { store } = await make();
      const one = await committed(store, openedDialogue({ id: 'x:1' }));
      await committed(store, changeOf(one, [setAside]));
      await committed(store, openedDialogue({ id: 'x:2' }));
      assert.deepEqual(await store.repair(wakeOf), { heads: 2, repaired: 0 });
    });

    it('rewrites and counts rows that were lost, once', async () => {
      const { store, lose } = await make();
      const answered = await answeredDialogue(store);
      const lock = await store.lockShown(answered, 'a', MINUTE);
      const thread = '19:kanaal@thread.tacv2;messageid=1';
      await store.nameThread(thread, answered);
      await store.saveShown(answered, lock!, { thread, root: null, work: [] });
      assert.deepEqual(await store.repair(wakeOf), { heads: 1, repaired: 0 });
      for (const index of ['open', 'due', 'thread'] as const) await lose(index, answered);
      assert.deepEqual(await openIds(store), []);
      assert.deepEqual(await store.repair(wakeOf), { heads: 1, repaired: 3 });
      assert.deepEqual(await openIds(store), [answered]);
      assert.equal(await store.dialogueOfThread(thread), answered);
      const [due] = await store.due(CLOSES_AT, 10);
      assert.deepEqual([due?.at, due?.dialogue], [CLOSES_AT, answered]);
      assert.deepEqual(await store.repair(wakeOf), { heads: 1, repaired: 0 });
    });

    it('takes a due row that is too late for a lost one', async () => {
      const { store, lose } = await make();
      const answered = await answeredDialogue(store);
      await lose('due', answered);
      await store.wakeAt(answered, CLOSES_AT + 1, 1);
      assert.deepEqual(await store.repair(wakeOf), { heads: 1, repaired: 1 });
    });
  });
}

const CLOSES_AT = OPENED_AT + 600 * MINUTE;

/** A dialogue that wakes by itself at `CLOSES_AT`. */
async function answeredDialogue(store: Parameters<typeof committed>[0]): Promise<string> {
  const opened = await committed(store, openedDialogue({ id: 'x:1' }));
  const who = { name: NOOR.name, email: NOOR.email };
  const events: Happened[] = [
    { type: 'claimed', by: NOOR, at: OPENED_AT },
    {
      type: 'published',
      at: OPENED_AT,
      closesAt: CLOSES_AT,
      receipt: {
        id: '99',
        generation: 1,
        link: null,
        at: OPENED_AT,
        account: 'Gem',
        by: who,
        approvedBy: who,
        byHand: null,
        removal: null,
      },
    },
  ];
  const { dialogue } = await committed(store, changeOf(opened, events, { wakes: [CLOSES_AT] }));
  assert.equal(dialogue.stage.name, 'answered');
  return dialogue.id;
}
