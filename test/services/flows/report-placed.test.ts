import assert from 'node:assert/strict';
import { MINUTE } from '../../../services/domain/instant.ts';
import { NOT_LOOKED_UP } from '../../../services/domain/dialogue/looked-up.ts';
import { settings } from '../../support/dialogue-facts.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

const ANSWER = 'Dinsdag, Jan. Zet het vóór 07.30 uur aan de weg.';

/** A deed with this link; what the network says of it is for the flow to find out. */
const report = (link: string) => ({ type: 'reportPlaced', link, looked: NOT_LOOKED_UP }) as const;

/** A reply that the network does not take from a program. */
async function refused(): Promise<{ world: TestWorld; id: string; post: string }> {
  const world = createWorld();
  const id = await world.writes('@GemWormerland Wanneer wordt het grofvuil opgehaald in Jisp?');
  await world.does(id, 'Bram', { type: 'claim' });
  await world.does(id, 'Bram', { type: 'place', text: ANSWER });
  world.meddler.once('network', 'place', () =>
    Promise.resolve({ outcome: 'refused', reason: 'reply-not-allowed', detail: 'not mentioned' }),
  );
  world.advance(settings.instruction.undo);
  await world.settleAll();
  return { world, id, post: world.outside.network.posts[0]!.id };
}

describe('Reporting a reply that was placed by hand', () => {
  it('looks it up and keeps the words as they stand there as the receipt', async () => {
    const { world, id, post } = await refused();
    const link = world.outside.network.placeByHand({ account: 'GemWormerland', inReplyTo: post, text: 'Dinsdag! ^BK' });
    await world.does(id, 'Bram', report(link));
    const { stage, receipts } = await world.head(id);
    assert.equal(stage.name, 'answered');
    assert.deepEqual(receipts[0]?.byHand?.checked, true);
    assert.equal((await world.outside.store.load(id))?.texts.get(receipts[0].id), 'Dinsdag! ^BK');
    assert.equal((await world.work(id)).form, 'receipt');
    await world.settleAll();
    world.advance(10 * MINUTE);
    await world.settleAll();
    assert.equal(world.meddler.calls('network.place'), 1, 'the bot sends nothing after it');
  });

  it('counts a click that Teams sends twice once', async () => {
    const { world, id, post } = await refused();
    const link = world.outside.network.placeByHand({ account: 'GemWormerland', inReplyTo: post, text: ANSWER });
    const first = await world.bot.click(id, 'Bram', report(link), { operation: 'twice' });
    const second = await world.bot.click(id, 'Bram', report(link), { operation: 'twice' });
    assert.deepEqual([first.refusal, second.refusal], [null, null]);
    assert.equal((await world.head(id)).receipts.length, 1);
  });

  it('keeps no words of another account, and makes it a hitch', async () => {
    const { world, id, post } = await refused();
    const link = world.outside.network.placeByHand({ account: 'bram_prive', inReplyTo: post, text: ANSWER });
    await world.does(id, 'Bram', report(link));
    const { stage } = await world.head(id);
    assert.ok(stage.name === 'drafted' && stage.hitch?.why === 'misplaced' && stage.hitch.detail === 'bram_prive');
    assert.equal((await world.outside.store.load(id))?.texts.size, 1);
    assert.deepEqual(world.posted(), ['root', 'work', 'not-placed'], 'no new message for who clicked');
  });

  it('refuses a link of nothing', async () => {
    const { world, id } = await refused();
    const absent = await world.click(id, 'Bram', report('https://x.com/GemWormerland/status/999'));
    assert.equal(absent.refusal?.code, 'link-absent');
    for (const link of ['', 'https://facebook.com/1', 'javascript:alert(1)'])
      assert.equal((await world.click(id, 'Bram', report(link))).refusal?.code, 'link-unreadable', link);
  });

  it('asks the network nothing, for money, when the report would not be taken', async () => {
    const { world, id } = await refused();
    assert.equal((await world.click(id, 'Carla', report('https://x.com/a/status/1'))).refusal?.code, 'not-yours');
    await world.does(id, 'Bram', { type: 'amend', text: 'Anders.' });
    assert.equal((await world.click(id, 'Bram', report('https://x.com/a/status/1'))).refusal?.code, 'not-now');
    assert.equal(world.meddler.calls('network.lookUpPost'), 0);
  });

  it('keeps the word of who placed it when the network cannot be asked', async () => {
    const { world, id } = await refused();
    const link = 'https://x.com/i/status/555';
    world.meddler.once('network', 'lookUpPost', () => Promise.resolve({ outcome: 'unavailable', id: '555', link }));
    await world.does(id, 'Bram', report(link));
    const [receipt] = (await world.head(id)).receipts;
    assert.deepEqual([receipt?.id, receipt?.link, receipt?.byHand?.checked], ['555', link, false]);
    assert.equal((await world.outside.store.load(id))?.texts.get('555'), `${ANSWER} ^BK`);
  });
});

describe('A post on X that does not mention us', () => {
  it('is approved, and no call is made: a person places it', async () => {
    const world = createWorld();
    const id = await world.writes('Schandalig, al weken ligt het grofvuil hier in Jisp.', { account: null });
    await world.does(id, 'Bram', { type: 'claim' });
    await world.does(id, 'Bram', { type: 'submit', text: ANSWER });
    await world.does(id, 'Els', { type: 'approve' });
    world.advance(10 * MINUTE);
    await world.settleAll();
    const { stage, account } = await world.head(id);
    assert.ok(stage.name === 'drafted' && stage.hitch?.why === 'by-hand' && account !== null);
    assert.equal(world.meddler.calls('network.place') + world.meddler.calls('network.findPlaced'), 0);
    assert.deepEqual(world.posted(), ['root', 'work', 'approval-asked', 'place-by-hand']);
    const post = world.outside.network.posts[0]!.id;
    const link = world.outside.network.placeByHand({ account, inReplyTo: post, text: `${ANSWER} ^BK` });
    await world.does(id, 'Bram', report(link));
    assert.equal((await world.head(id)).stage.name, 'answered');
  });
});
