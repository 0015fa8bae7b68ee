import assert from 'node:assert/strict';
import { type Announcement } from '../../services/domain/dialogue/messages.ts';
import { MINUTE, SECOND } from '../../services/domain/instant.ts';
import { type Shown } from '../../services/ports/dialogue-store.ts';
import { claim, DAAN, NOOR, OPENED_AT, openedDialogue } from '../support/dialogues.ts';
import { committed, type MakeStore } from './store-under-test.ts';

const SHOWN: Shown = {
  thread: '19:kanaal@thread.tacv2;messageid=1700000000000',
  root: { activity: '1700000000000', version: 3 },
  work: [{ activity: '1700000000001', version: 2, generation: 1, form: 'writing' }],
};
const EMPTY: Shown = { thread: null, root: null, work: [] };

const takenOver: Announcement = {
  what: 'taken-over',
  to: [{ name: NOOR.name, email: NOOR.email }],
  by: { name: DAAN.name, email: DAAN.email },
  post: null,
  before: null,
  after: 'met "aanhalingstekens" en 😀',
};

/** What must still be sent to Teams, and one sender at a time. */
export function dialogueShownContract(make: MakeStore): void {
  describe('what is unsettled', () => {
    it('is read with the dialogue: its words, its messages in Teams, the lines to be sent', async () => {
      const { store } = await make();
      const opened = await committed(store, openedDialogue());
      const id = opened.dialogue.id;
      assert.deepEqual(await store.unsettled(id), { stored: await store.load(id), shown: EMPTY, announcements: [] });
      const announcements = [takenOver, { ...takenOver, what: 'amended' as const }];
      await committed(store, claim(opened, NOOR, OPENED_AT, { announcements }));
      const lock = await store.lockShown(id, 'a', MINUTE);
      await store.saveShown(id, lock!, SHOWN);
      const unsettled = await store.unsettled(id);
      assert.deepEqual(unsettled?.stored, await store.load(id));
      assert.deepEqual(unsettled.shown, SHOWN);
      assert.deepEqual(
        unsettled.announcements.map(({ announcement }) => announcement),
        announcements,
      );
    });

    it('no longer holds a line that was announced, and may be told so twice', async () => {
      const { store } = await make();
      const opened = await committed(store, openedDialogue());
      const { dialogue } = await committed(
        store,
        claim(opened, NOOR, OPENED_AT, { announcements: [takenOver, takenOver] }),
      );
      const before = (await store.unsettled(dialogue.id))!.announcements;
      assert.equal(new Set(before.map(({ key }) => key)).size, 2);
      await store.announced(dialogue.id, before[0]!.key);
      await store.announced(dialogue.id, before[0]!.key);
      assert.deepEqual((await store.unsettled(dialogue.id))?.announcements, before.slice(1));
    });
  });

  describe('the lock of who sends', () => {
    it('is given to one of two, with what stands there now', async () => {
      const { store } = await make();
      const { dialogue } = await committed(store, openedDialogue());
      const locks = await Promise.all(['a', 'b', 'c'].map((holder) => store.lockShown(dialogue.id, holder, MINUTE)));
      const held = locks.filter((lock) => lock !== null);
      assert.equal(held.length, 1);
      assert.deepEqual(held[0]?.shown, EMPTY);
    });

    it('lets its holder save again and again, and does not touch the dialogue', async () => {
      const { store } = await make();
      const opened = await committed(store, openedDialogue());
      const id = opened.dialogue.id;
      const first = await store.lockShown(id, 'a', MINUTE);
      const second = await store.saveShown(id, first!, { ...EMPTY, thread: SHOWN.thread });
      const third = await store.saveShown(id, second!, SHOWN);
      assert.deepEqual(third?.shown, SHOWN);
      assert.equal(await store.lockShown(id, 'b', MINUTE), null);
      await store.unlockShown(id, third);
      assert.deepEqual((await store.lockShown(id, 'b', MINUTE))?.shown, SHOWN);
      await committed(store, claim(opened, NOOR, OPENED_AT));
    });

    it('is taken over when its time is up, and the old holder notices', async () => {
      const { store, clock } = await make();
      const { dialogue } = await committed(store, openedDialogue());
      const old = await store.lockShown(dialogue.id, 'a', 30 * SECOND);
      clock.advance(29 * SECOND);
      assert.equal(await store.lockShown(dialogue.id, 'b', 30 * SECOND), null);
      clock.advance(2 * SECOND);
      const fresh = await store.lockShown(dialogue.id, 'b', 30 * SECOND);
      assert.ok(fresh);
      assert.equal(await store.saveShown(dialogue.id, old!, SHOWN), null);
      await store.unlockShown(dialogue.id, old!);
      assert.equal(await store.lockShown(dialogue.id, 'c', 30 * SECOND), null);
      assert.ok(await store.saveShown(dialogue.id, fresh, SHOWN));
      assert.deepEqual((await store.unsettled(dialogue.id))?.shown, SHOWN);
    });

    it('is prolonged by its own holder, whose older lock is lost then', async () => {
      const { store, clock } = await make();
      const { dialogue } = await committed(store, openedDialogue());
      const first = await store.lockShown(dialogue.id, 'a', 30 * SECOND);
      clock.advance(20 * SECOND);
      assert.ok(await store.lockShown(dialogue.id, 'a', 30 * SECOND));
      clock.advance(20 * SECOND);
      assert.equal(await store.lockShown(dialogue.id, 'b', 30 * SECOND), null);
      assert.equal(await store.saveShown(dialogue.id, first!, SHOWN), null);
    });
  });
}
