import assert from 'node:assert/strict';
import { type Happened } from '../../services/domain/dialogue/messages.ts';
import { NOOR, changeOf, claim, OPENED_AT, openedDialogue } from '../support/dialogues.ts';
import { type DialogueStore } from '../../services/ports/dialogue-store.ts';
import { committed, type MakeStore, wakeOf } from './store-under-test.ts';

async function idsOf(store: DialogueStore, citizen: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { dialogue } of store.ofCitizen('x', citizen)) ids.push(dialogue.id);
  return ids.sort();
}

const US = { name: NOOR.name, email: NOOR.email };
const BEGUN: Happened = {
  type: 'begun',
  dialogue: 'own:1',
  mode: 'live',
  network: 'x',
  account: 'GemWormerland',
  municipality: null,
  by: NOOR,
  concept: { text: 'Code geel', writer: US, at: OPENED_AT },
  at: OPENED_AT,
};
const PLACED: Extract<Happened, { type: 'published' }> = {
  type: 'published',
  at: OPENED_AT + 1,
  closesAt: OPENED_AT + 2,
  receipt: {
    id: '99',
    generation: 1,
    link: null,
    at: OPENED_AT + 1,
    account: 'GemWormerland',
    by: US,
    approvedBy: US,
    byHand: null,
    removal: null,
  },
};

async function askedOf(store: DialogueStore, email: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { dialogue } of store.askedOf(email)) ids.push(dialogue.id);
  return ids.sort();
}

const ASKED: Extract<Happened, { type: 'questionAsked' }> = {
  type: 'questionAsked',
  question: 'q1',
  by: US,
  department: null,
  named: false,
  clicked: false,
  to: { name: 'Esra', email: 'esra@elders.example' },
  due: OPENED_AT + 9,
  remindAt: null,
  at: OPENED_AT + 1,
};

/** What one citizen says in several places, and which dialogue a message belongs to. */
export function citizenIndexContract(make: MakeStore): void {
  describe('the dialogues in which somebody was asked something', () => {
    it('are found by who was asked, in whatever case, until they end', async () => {
      const { store } = await make();
      const one = await committed(store, openedDialogue({ id: 'x:1:42', thread: '1' }));
      await committed(store, openedDialogue({ id: 'x:2:42', thread: '2' }));
      const asked = await committed(store, changeOf(one, [ASKED]));
      assert.deepEqual(await askedOf(store, 'Esra@elders.example'), ['x:1:42']);
      assert.deepEqual(await askedOf(store, 'frits@elders.example'), []);
      const jan = { name: 'Jan', email: 'jan@elders.example' };
      const wentOn: Happened = { ...ASKED, type: 'questionWentOn', from: ASKED.to, why: 'silent', to: jan };
      const now = await committed(store, changeOf(asked, [wentOn]));
      assert.deepEqual(await askedOf(store, jan.email), ['x:1:42']);
      await committed(store, changeOf(now, [{ type: 'wasSetAside', by: NOOR, reason: 'spam', at: OPENED_AT + 1 }]));
      assert.deepEqual(await askedOf(store, jan.email), []);
    });
  });

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

  describe('an own post', () => {
    it('is found by its id on the network from when it is placed, also when that row was lost', async () => {
      const { store, lose } = await make();
      const begun = await committed(store, changeOf(null, [BEGUN]));
      assert.equal(await store.dialogueOfPost('x', '99'), null);
      await committed(store, changeOf(begun, [PLACED], { wakes: [PLACED.closesAt] }));
      assert.equal(await store.dialogueOfPost('x', '99'), 'own:1');
      assert.equal(await store.dialogueOfPost('practice', '99'), null);
      assert.deepEqual((await store.repair(wakeOf)).repaired, 0);
      await lose('post', 'own:1');
      assert.equal(await store.dialogueOfPost('x', '99'), null);
      assert.equal((await store.repair(wakeOf)).repaired, 1);
      assert.equal(await store.dialogueOfPost('x', '99'), 'own:1');
    });

    it('has a row before it is stored as placed, and a reply has none', async () => {
      const { store } = await make();
      const begun = await committed(store, changeOf(null, [BEGUN]));
      await committed(store, claim(begun, NOOR, OPENED_AT + 1));
      assert.equal((await store.commit(changeOf(begun, [PLACED]))).outcome, 'conflict');
      assert.equal(await store.dialogueOfPost('x', '99'), 'own:1');
      const asked = await committed(store, openedDialogue({ id: 'x:1:42', thread: '1' }));
      const reply = { ...PLACED, receipt: { ...PLACED.receipt, id: '100' } };
      await committed(store, changeOf(asked, [{ type: 'claimed', by: NOOR, at: OPENED_AT }, reply]));
      assert.equal(await store.dialogueOfPost('x', '100'), null);
    });
  });
}
