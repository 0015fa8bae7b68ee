import assert from 'node:assert/strict';
import { MINUTE, SECOND } from '../../../services/domain/instant.ts';
import { actOnTeam } from '../../../services/flows/act-on-team.ts';
import { member, settings } from '../../support/dialogue-facts.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

const UNDO = settings.instruction.undo;
const ANSWER = 'Dinsdag, Jan. Zet het vóór 07.30 uur aan de weg.';

async function frozen(): Promise<{ world: TestWorld; id: string }> {
  const world = createWorld();
  const id = await world.writes('@GemWormerland Wanneer wordt het grofvuil opgehaald in Jisp?');
  await world.does(id, 'Bram', { type: 'claim' });
  await world.does(id, 'Bram', { type: 'place', text: ANSWER });
  return { world, id };
}

async function pause(world: TestWorld): Promise<void> {
  await actOnTeam(world.start().world, { type: 'pausePlacing', by: member('Els'), reason: 'brand' });
}

async function resume(world: TestWorld): Promise<void> {
  await actOnTeam(world.bot.world, { type: 'resumePlacing', by: member('Anna') });
}

async function passes(world: TestWorld, time: number): Promise<void> {
  world.advance(time);
  await world.settleAll();
}

describe('While placing is paused', () => {
  it('an approved reply waits, visibly, whichever instance it was paused by, and without new messages or events', async () => {
    const { world, id } = await frozen();
    await pause(world);
    await passes(world, UNDO);
    for (let look = 0; look < 6; look += 1) await passes(world, 10 * SECOND);
    assert.equal(world.meddler.calls('network.place'), 0);
    const { stage } = await world.head(id);
    assert.ok(stage.name === 'approved' && stage.publication.held?.by.name === member('Els').name);
    assert.equal((await world.course(id)).filter((type) => type === 'heldBack').length, 1);
    const { version } = await world.head(id);
    assert.equal((await world.settled(id)).shown.root?.version, version);
    assert.deepEqual(world.posted(), ['root', 'work']);
  });

  it('it is placed soon after the pause was lifted', async () => {
    const { world } = await frozen();
    await pause(world);
    await passes(world, UNDO);
    await passes(world, 2 * MINUTE);
    await resume(world);
    await passes(world, 10 * SECOND);
    assert.equal(world.outside.network.placed.length, 1);
  });

  it('a restart changes nothing: it waits, and is placed afterwards', async () => {
    const { world } = await frozen();
    await pause(world);
    await passes(world, UNDO);
    world.restart();
    await passes(world, MINUTE);
    assert.equal(world.meddler.calls('network.place'), 0);
    await resume(world);
    world.restart();
    await passes(world, MINUTE);
    assert.equal(world.outside.network.placed.length, 1);
  });

  it('a text that waited more than five minutes asks again instead of going out stale', async () => {
    const { world, id } = await frozen();
    await pause(world);
    await passes(world, UNDO);
    await passes(world, 6 * MINUTE);
    assert.equal((await world.head(id)).stage.name, 'approved', 'it waits as long as it is paused');
    await resume(world);
    await passes(world, 10 * SECOND);
    assert.equal(world.meddler.calls('network.place'), 0);
    const { stage } = await world.head(id);
    assert.ok(stage.name === 'drafted' && stage.hitch?.why === 'late' && stage.hitch.reason === 'paused');
    await world.does(id, 'Bram', { type: 'retry' });
    await passes(world, UNDO);
    assert.equal(world.outside.network.placed.length, 1);
  });

  it('nothing goes out that was being prepared at that very moment', async () => {
    const { world, id } = await frozen();
    // The pause comes between the record of the attempt and the call to the network.
    world.meddler.once('store', 'commit', async (deed) => {
      const outcome = await deed();
      await pause(world);
      return outcome;
    });
    await passes(world, UNDO);
    assert.equal(world.meddler.calls('network.place'), 0);
    const { stage } = await world.head(id);
    assert.ok(stage.name === 'approved' && stage.publication.attempt === null && stage.publication.held);
    await resume(world);
    await passes(world, 10 * SECOND);
    assert.equal(world.outside.network.placed.length, 1);
  });

  it('a text can still be held back by hand', async () => {
    const { world, id } = await frozen();
    await pause(world);
    await passes(world, UNDO);
    await world.does(id, 'Bram', { type: 'stop' });
    assert.equal((await world.head(id)).stage.name, 'claimed');
  });
});
