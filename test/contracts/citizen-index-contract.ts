import assert from 'node:assert/strict';
import { NOOR, changeOf, OPENED_AT, openedDialogue } from '../support/dialogues.ts';
import { type DialogueStore } from '../../services/ports/dialogue-store.ts';
import { committed, type MakeStore } from './store-under-test.ts';

async function idsOf(store: DialogueStore, citizen: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { dialogue } of store.ofCitizen('x', citizen)) ids.push(dialogue.id);
  return ids.sort();
}

/** What one citizen says in several places, and which dialogue a message belongs to. */
export function citizenIndexContract(make: MakeStore): void {
  describe('the dialogues of a citizen', () => {
    it('are all found, ended ones too, and nobody else’s', async () => {
      const { store } = await make();
      const one = await committed(store, openedDialogue({ id: 'x:1:42', thread: '1' }));
      await committed(store, openedDialogue({ id: 'x:2:42', thread: '2' }));
      await committed(store, openedDialogue({ id: 'x:3:43', thread: '3', citizen: '43' }));
      await committed(store, changeOf(one, [{ type: 'wasSetAside', by: NOOR, reason: 'spam', at: OPENED_AT + 1 }]));
      assert.deepEqual(await idsOf(store, '42'), ['x:1:42', 'x:2:42']);
      assert.deepEqual(await idsOf(store, '43'), ['x:3:43']);
      assert.deepEqual(await idsOf(store, "4/2' or true"), []);
    });
  });

  describe('a post that may belong to several dialogues', () => {
    it('is of the one that was named first, whoever names another later or at once', async () => {
      const { store } = await make();
      const names = ['x:1:42', 'x:2:42', 'x:3:42'];
      const bound = await Promise.all(names.map((name) => store.bindPost('x', '77', name)));
      assert.equal(new Set(bound).size, 1);
      assert.ok(names.includes(bound[0]!));
      assert.equal(await store.bindPost('x', '77', 'x:9:42'), bound[0]);
      assert.equal(await store.bindPost('x', '78', 'x:9:42'), 'x:9:42');
      assert.equal(await store.bindPost('practice', '77', 'x:9:42'), 'x:9:42');
    });
  });
}
