import assert from 'node:assert/strict';
import { SECOND } from '../../../services/domain/instant.ts';
import { Fault } from '../../../services/ports/fault.ts';
import { local } from '../../support/dialogue-facts.ts';
import { createWorld } from '../../support/world.ts';

const FIRE = '@GemWormerland Er is brand in Jisp, bel 06-11112222!';
const ELS = 'els.prins@over-gemeenten.example';

describe('What cannot wait, outside opening hours', () => {
  const night = { start: local('11-24 22:00') };

  it("is told to who stands by, once, with the citizen's words masked and the way to its thread", async () => {
    const world = createWorld(night);
    const id = await world.writes(FIRE);
    world.advance(11 * SECOND);
    await Promise.all([world.restart().settleAll(), world.start().settleAll()]);
    const { messages } = world.outside.chats;
    assert.deepEqual(
      messages.map(({ to }) => to.email),
      [ELS],
    );
    const [said] = messages[0]!.said;
    assert.ok(said?.kind === 'stand-by');
    assert.equal(said.thread, (await world.settled(id)).shown.thread);
    assert.match(said.view.posts[0]?.text ?? '', /bel .*telefoonnummer/);
    assert.deepEqual(world.posted(), ['root']);
    const root = await world.root(id);
    assert.deepEqual(
      root.views.map(({ ring }) => ring.length),
      [1],
      'the number stands there from the start',
    );
    assert.deepEqual(await world.course(id), ['opened', 'standByCalled', 'standByTold']);
  });

  it('is told in the thread when who stands by cannot be reached', async () => {
    const world = createWorld(night);
    world.outside.chats.refuses(ELS);
    const id = await world.writes(FIRE);
    await world.settleAll();
    assert.deepEqual(world.posted(), ['root', 'stand-by-unreached']);
    assert.deepEqual((await world.course(id)).at(-1), 'standByUnreached');
  });

  it('is told 1:1 also while the channel is out of reach', async () => {
    const world = createWorld(night);
    world.meddler.once('channel', 'openThread', () => Promise.reject(new Fault('teams', 'gone')));
    await world.writes(FIRE);
    const [said] = world.outside.chats.messages[0]!.said;
    assert.ok(said?.kind === 'stand-by');
    assert.equal(said.thread, null);
    world.advance(2 * SECOND);
    await world.settleAll();
    assert.equal(world.outside.chats.messages.length, 1);
    assert.deepEqual(world.posted(), ['root']);
  });

  it('is told later when Teams was down, once', async () => {
    const world = createWorld(night);
    world.meddler.once('chats', 'send', () => Promise.reject(new Fault('teams', 'down')));
    await world.writes(FIRE);
    assert.equal(world.outside.chats.messages.length, 0);
    world.advance(2 * SECOND);
    await world.settleAll();
    assert.equal(world.outside.chats.messages.length, 1);
  });
});
