import assert from 'node:assert/strict';
import { type Happened } from '../../services/domain/dialogue/messages.ts';
import { surroundingsOf } from '../../services/domain/dialogue/post-texts.ts';
import { changeOf, citizensPost, claim, DAAN, NOOR, OPENED_AT, openedDialogue } from '../support/dialogues.ts';
import { committed, type MakeStore } from './store-under-test.ts';

/** What would break a naive way of storing text: quotes, line ends, markup, protocol lines, half an emoji, nul. */
export const HOSTILE_TEXT = [
  `'quotes' "double" \\ back / slash # ? % %27 + &amp; ; = $\{secret} {"json":"}{"}`,
  'regels\r\n\r\n--changeset_1\r\nHTTP/1.1 204 No Content\r\nIf-Match: *\r\n\r\nPUT http://127.0.0.1/x HTTP/1.1',
  '--batch_2--\r\n{"odata.error":{"code":"x"}}',
  '😀👩‍👩‍👧‍👦 ë é 漢字 \u202Eomgekeerd\u202C \u0000\u0007 \uD83D los',
].join('\n');

/** Storing and reading a dialogue: as a whole, once, and never over somebody else's change. */
export function dialogueStoreContract(make: MakeStore): void {
  describe('a commit', () => {
    it('is read back as it was written: state, words, history', async () => {
      const { store } = await make();
      const stored = await committed(store, openedDialogue({ text: HOSTILE_TEXT }));
      const loaded = await store.load(stored.dialogue.id);
      assert.deepEqual(loaded, { dialogue: stored.dialogue, texts: stored.texts, etag: stored.etag });
      assert.deepEqual([...stored.texts.values()], [HOSTILE_TEXT]);
      const after = await committed(store, claim(stored, NOOR, OPENED_AT + 1));
      assert.equal(after.dialogue.version, 2);
      assert.deepEqual(await store.load(stored.dialogue.id), {
        dialogue: after.dialogue,
        texts: stored.texts,
        etag: after.etag,
      });
      const history = await store.history(stored.dialogue.id);
      assert.deepEqual(
        history.map(({ type, at }) => [type, at]),
        [
          ['opened', OPENED_AT],
          ['claimed', OPENED_AT + 1],
        ],
      );
    });

    it('of what was loaded fits as well as of what a commit gave', async () => {
      const { store } = await make();
      const { dialogue } = await committed(store, openedDialogue());
      const loaded = await store.load(dialogue.id);
      await committed(store, claim(loaded!, NOOR, OPENED_AT + 1));
    });

    it('keeps what stands around a post beside its words', async () => {
      const { store } = await make();
      const surroundings = {
        repliedTo: null,
        quoted: { id: '7', handle: null, text: HOSTILE_TEXT },
        photos: [],
        language: 'tr',
      };
      const texts = new Map([
        ['1800000000000000001', 'Zie dit'],
        ['1800000000000000001/context', JSON.stringify(surroundings)],
      ]);
      const { dialogue } = await committed(store, openedDialogue({}, { texts }));
      const loaded = await store.load(dialogue.id);
      assert.deepEqual(new Map(loaded?.texts), texts);
      assert.deepEqual(surroundingsOf(loaded!.texts, '1800000000000000001'), surroundings);
      assert.equal(surroundingsOf(loaded!.texts, '7'), null);
    });

    it('removes words that are forgotten, and changes others, in the same deed or not at all', async () => {
      const { store } = await make();
      const id = '1800000000000000001';
      const texts = new Map([
        [id, 'Zie dit'],
        [`${id}/context`, '{}'],
        [`${id}/was/1`, 'Zie dat'],
      ]);
      const opened = await committed(store, openedDialogue({}, { texts }));
      const { dialogue } = opened;
      const event: Happened = { type: 'postGone', post: id, kept: true, due: null, at: OPENED_AT };
      const forget = [id, `${id}/was/1`];
      const change = changeOf(opened, [event], { forget, texts: new Map([[`${id}/kept`, 'Zie dit']]) });
      const after = await committed(store, change);
      const left = new Map([
        [`${id}/context`, '{}'],
        [`${id}/kept`, 'Zie dit'],
      ]);
      assert.deepEqual(new Map(after.texts), left);
      assert.deepEqual(new Map((await store.load(dialogue.id))?.texts), left);
      assert.deepEqual(await store.commit(change), { outcome: 'conflict' });
      assert.deepEqual(new Map((await store.load(dialogue.id))?.texts), left);
    });

    it('keeps an unknown dialogue apart from an empty one', async () => {
      const { store } = await make();
      assert.equal(await store.load('x:none'), null);
      assert.equal(await store.unsettled('x:none'), null);
      assert.deepEqual(await store.history('x:none'), []);
    });

    it('takes ids that keys refuse, and does not mix them up', async () => {
      const { store } = await make();
      const ids = [
        'a/b',
        'a\\b',
        'a#b',
        'a?b',
        'a%2Fb',
        'a!2fb',
        "a'b",
        'a\tb',
        'ä b',
        'a;b',
        'a@thread.tacv2;messageid=1',
      ];
      for (const id of ids)
        await committed(store, openedDialogue({ id, thread: id, citizen: id, post: id, text: id }, { operation: id }));
      for (const id of ids) {
        const loaded = await store.load(id);
        assert.equal(loaded?.dialogue.id, id);
        assert.deepEqual([...loaded.texts], [[id, id]]);
        assert.equal(await store.wasDone(id, id), true);
        assert.equal(await store.wasDone(id, `${id}x`), false);
      }
    });

    it('holds texts and a state that are larger than one property', async () => {
      const { store } = await make();
      const text = `${'x'.repeat(31_999)}${'😀'.repeat(9_000)}`;
      const opened = await committed(store, openedDialogue({ text }));
      const writer = { name: NOOR.name, email: NOOR.email };
      const concept = { text: `"${'é😀'.repeat(25_000)}`, writer, at: OPENED_AT };
      const events: Happened[] = [
        { type: 'claimed', by: NOOR, at: OPENED_AT },
        { type: 'kept', concept, answer: null, at: OPENED_AT },
      ];
      const written = await committed(store, changeOf(opened, events));
      const loaded = await store.load(written.dialogue.id);
      assert.deepEqual(loaded?.dialogue, written.dialogue);
      assert.deepEqual([...loaded.texts.values()], [text]);
      assert.deepEqual((await store.history(written.dialogue.id)).slice(1), events);
      const smaller = await committed(
        store,
        changeOf(written, [{ ...events[1]!, concept: { ...concept, text: 'kort' } } as Happened]),
      );
      assert.deepEqual((await store.load(written.dialogue.id))?.dialogue, smaller.dialogue);
    });

    it('shares no object with who stores or loads', async () => {
      const { store } = await make();
      const change = openedDialogue();
      const { dialogue } = await committed(store, change);
      const loaded = await store.load(dialogue.id);
      (loaded!.dialogue as { kind: string }).kind = 'changed';
      (change.after as { kind: string }).kind = 'changed';
      (change.texts as Map<string, string>).clear();
      const again = await store.load(dialogue.id);
      assert.equal(again?.dialogue.kind, 'vraag');
      assert.equal(again.texts.size, 1);
    });
  });

  describe('of several commits', () => {
    it('upon the same version one wins and the other is told', async () => {
      const { store } = await make();
      const opened = await committed(store, openedDialogue());
      const noor = await store.commit(claim(opened, NOOR, OPENED_AT + 1));
      const daan = await store.commit(claim(opened, DAAN, OPENED_AT + 2));
      assert.equal(noor.outcome, 'committed');
      assert.deepEqual(daan, { outcome: 'conflict' });
      assert.equal((await store.history(opened.dialogue.id)).length, 2);
    });

    it('that open the same dialogue one wins', async () => {
      const { store } = await make();
      const results = await Promise.all([store.commit(openedDialogue()), store.commit(openedDialogue())]);
      assert.deepEqual(results.map(({ outcome }) => outcome).sort(), ['committed', 'conflict']);
    });

    it('by 20 people at once exactly one wins, and nothing of the others is left', async () => {
      const { store } = await make();
      const opened = await committed(store, openedDialogue());
      const claims = Array.from({ length: 20 }, (_, n) => {
        const by = { name: `Collega ${n}`, email: `collega${n}@example.org`, initials: `C${n}` };
        return store.commit(claim(opened, by, OPENED_AT + n, { operation: `click-${n}` }));
      });
      const results = await Promise.all(claims);
      const winners = results.filter(({ outcome }) => outcome === 'committed');
      assert.equal(winners.length, 1);
      assert.ok(results.every(({ outcome }) => outcome === 'committed' || outcome === 'conflict'));
      assert.equal((await store.history(opened.dialogue.id)).length, 2);
      const done = await Promise.all(results.map((_, n) => store.wasDone(opened.dialogue.id, `click-${n}`)));
      assert.deepEqual(
        done,
        results.map(({ outcome }) => outcome === 'committed'),
      );
    });

    it('with the same operation only the first is stored, also when the dialogue has moved on', async () => {
      const { store } = await make();
      const opened = await committed(store, openedDialogue({}, { operation: 'post-1' }));
      assert.deepEqual(await store.commit(openedDialogue({}, { operation: 'post-1' })), { outcome: 'repeated' });
      const change = claim(opened, NOOR, OPENED_AT + 1, { operation: 'click-1' });
      const claimed = await committed(store, change);
      assert.deepEqual(await store.commit(change), { outcome: 'repeated' });
      const fresh = changeOf(claimed, [{ type: 'released', by: NOOR, at: OPENED_AT + 2 }], { operation: 'click-1' });
      assert.deepEqual(await store.commit(fresh), { outcome: 'repeated' });
      await committed(store, { ...fresh, operation: 'click-2' });
      assert.deepEqual(await store.commit(change), { outcome: 'repeated' });
      assert.equal((await store.history(opened.dialogue.id)).length, 3);
    });

    it('words come together, the newer over the older', async () => {
      const { store } = await make();
      const opened = await committed(store, openedDialogue({ post: '1', text: 'een' }));
      const received: Happened = { type: 'received', post: citizensPost('2', OPENED_AT), at: OPENED_AT };
      const texts = new Map([
        ['2', 'twee'],
        ['1', 'een, verbeterd'],
      ]);
      const after = await committed(store, changeOf(opened, [received], { texts }));
      const expected = new Map([...texts].sort());
      assert.deepEqual(after.texts, expected);
      assert.deepEqual((await store.load(opened.dialogue.id))?.texts, expected);
    });
  });
}
