import assert from 'node:assert/strict';
import { NOT_LOOKED_UP } from '../../../services/domain/dialogue/looked-up.ts';
import { type TypedPost } from '../../../services/domain/manual-post.ts';
import { type Added, addPost } from '../../../services/flows/add-post.ts';
import { dialogueOf } from '../../../services/flows/dialogue-of.ts';
import { member } from '../../support/dialogue-facts.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

const TYPED: TypedPost = {
  via: 'phone',
  who: 'Jan',
  text: 'Wanneer wordt het grofvuil opgehaald in Jisp?',
  link: '',
  at: 0,
  municipality: null,
};

async function add(world: TestWorld, form: string, typed: Partial<TypedPost> = {}): Promise<Added> {
  const added = await addPost(world.bot.world, form, { ...TYPED, at: world.now, ...typed }, member('Bram'));
  await world.settleAll();
  return added;
}

function idOf(world: TestWorld, form: string): string {
  return dialogueOf(world.bot.world, { network: 'manual', thread: form, author: { id: form, handle: '', name: '' } });
}

/** Bram's answer waits for who gives it. */
async function toGive(): Promise<{ world: TestWorld; id: string }> {
  const world = createWorld();
  await add(world, 'form-1');
  const id = idOf(world, 'form-1');
  await world.does(id, 'Bram', { type: 'claim' });
  await world.does(id, 'Bram', { type: 'place', text: 'Dinsdag, Jan.' });
  return { world, id };
}

const report = (link: string) => ({ type: 'reportPlaced', link, looked: NOT_LOOKED_UP }) as const;

describe('Adding a post by hand', () => {
  it('makes one dialogue with one card, however often the form is sent, and at once by two', async () => {
    const world = createWorld();
    const both = await Promise.all([add(world, 'form-1'), add(world, 'form-1')]);
    assert.deepEqual([...both].sort(), ['added', 'used-before']);
    assert.equal(await add(world, 'form-1', { text: 'Iets heel anders' }), 'used-before');
    assert.deepEqual(world.posted(), ['root']);
    const stored = await world.outside.store.load(idOf(world, 'form-1'));
    assert.equal(stored?.texts.get('form-1'), TYPED.text, 'and keeps the words it had');
  });

  it('gives the same words on another form a dialogue of their own', async () => {
    const world = createWorld();
    assert.deepEqual([await add(world, 'form-1'), await add(world, 'form-2')], ['added', 'added']);
    assert.deepEqual(world.posted(), ['root', 'root']);
  });

  it('makes nothing of a form with a wrong field, and the form still works', async () => {
    const world = createWorld();
    assert.equal(await add(world, 'form-1', { text: ' ' }), 'no-text');
    assert.deepEqual(world.posted(), []);
    assert.equal(await add(world, 'form-1'), 'added');
  });

  it('is answered without any call to a network, with or without a link', async () => {
    for (const [link, kept] of [
      ['', null],
      ['https://facebook.com/9', 'https://facebook.com/9'],
    ] as const) {
      const { world, id } = await toGive();
      await world.does(id, 'Bram', report(link));
      const { stage, receipts } = await world.head(id);
      assert.equal(stage.name, 'answered');
      assert.deepEqual([receipts[0]?.link, receipts[0]?.byHand?.checked], [kept, false]);
      assert.equal((await world.outside.store.load(id))?.texts.get(receipts[0]!.id), 'Dinsdag, Jan. ^BK');
      for (const call of ['place', 'findPlaced', 'lookUpPost']) assert.equal(world.meddler.calls(`network.${call}`), 0);
    }
  });

  it('refuses what is no link, and the text is still there to be given', async () => {
    const { world, id } = await toGive();
    for (const link of ['http://facebook.com/9', 'facebook', 'javascript:alert(1)'])
      assert.equal((await world.click(id, 'Bram', report(link))).refusal?.code, 'link-unreadable', link);
    assert.equal((await world.head(id)).stage.name, 'drafted');
  });
});
