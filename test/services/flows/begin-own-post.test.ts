import assert from 'node:assert/strict';
import { type Begun, beginOwnPost, ownPlaces } from '../../../services/flows/begin-own-post.ts';
import { MINUTE } from '../../../services/domain/instant.ts';
import { member, settings } from '../../support/dialogue-facts.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

const STORM = 'Code geel vanavond: zet je kliko vast.';
const PLACE = { network: 'x', account: 'GemOostzaan' };

async function begin(world: TestWorld, form = 'form-1', text = STORM): Promise<Begun> {
  const begun = await beginOwnPost(world.bot.world, form, PLACE, text, member('Els'));
  await world.settleAll();
  return begun;
}

function idOf(world: TestWorld, form = 'form-1'): string {
  return world.bot.world.texts.fingerprint(JSON.stringify(['own', form]));
}

/** Els placed it, and the undo time is over. */
async function due(): Promise<{ world: TestWorld; id: string }> {
  const world = createWorld();
  await begin(world);
  const id = idOf(world);
  await world.does(id, 'Els', { type: 'place', text: STORM });
  world.advance(settings.instruction.undo);
  return { world, id };
}

describe('Beginning an own post', () => {
  it('makes one dialogue with a root and a work card, however often the form is sent', async () => {
    const world = createWorld();
    assert.deepEqual([await begin(world), await begin(world)], ['begun', 'used-before']);
    assert.deepEqual(world.posted(), ['root', 'work']);
    const refused = await begin(world, 'form-2', ' ');
    assert.ok(typeof refused === 'object' && refused.code === 'empty');
    assert.equal(await begin(world, 'form-2'), 'begun', 'a refused form still works');
  });

  it('names our accounts on networks that take posts of ours', () => {
    const { world } = createWorld().bot;
    assert.deepEqual(
      ownPlaces(world),
      settings.accounts.map(({ handle }) => ({ network: 'x', account: handle })),
    );
    assert.deepEqual(ownPlaces({ ...world, modeOf: () => 'listening' }), []);
  });

  it('is placed once, under nothing', async () => {
    const { world, id } = await due();
    await world.settleAll();
    world.advance(10 * MINUTE);
    await world.settleAll();
    assert.equal((await world.head(id)).stage.name, 'answered');
    assert.deepEqual(
      world.outside.network.placed.map(({ inReplyTo, text }) => [inReplyTo, text]),
      [[null, STORM]],
    );
  });

  it('is looked up after a lost answer and not placed again', async () => {
    const { world, id } = await due();
    world.meddler.once('network', 'place', async (call) => {
      await call();
      return { outcome: 'unknown', detail: 'socket hang up' };
    });
    for (let minute = 0; minute < 5; minute += 1) {
      await world.settleAll();
      world.advance(MINUTE);
    }
    assert.equal((await world.head(id)).stage.name, 'answered');
    assert.equal(world.outside.network.placed.length, 1);
  });

  it('does not take the same words of yesterday for its proof', async () => {
    const { world, id } = await due();
    world.meddler.once('network', 'place', () => Promise.resolve({ outcome: 'duplicate' }));
    world.outside.network.placeByHand({ ...PLACE, inReplyTo: null, text: 'iets anders' });
    await world.settleAll();
    const { stage } = await world.head(id);
    assert.ok(stage.name === 'drafted' && stage.hitch?.reason === 'duplicate');
  });
});
