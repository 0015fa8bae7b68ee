import assert from 'node:assert/strict';
import { MINUTE } from '../../../services/domain/instant.ts';
import { actOnTeam } from '../../../services/flows/act-on-team.ts';
import { local, member } from '../../support/dialogue-facts.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

/** The initials' owners that each root card called, in the order of posting. */
function called(world: TestWorld): readonly (readonly string[])[] {
  const roots = world.outside.channel.messages.filter(({ kind }) => kind === 'root');
  return roots.map(({ calls }) => calls.map(({ name }) => name.split(' ')[0]!));
}

const HEDGE = '@GemWormerland Mag mijn heg hoger dan twee meter?';
const WASTE = '@GemWormerland Wanneer wordt het grofvuil opgehaald in Jisp?';
const PASS = '@GemWormerland Hoe vraag ik een paspoort aan?';

describe('The first message about a dialogue', () => {
  it('calls who is on duty, in a burst by its first alone, and again after five minutes', async () => {
    const world = createWorld();
    await world.writes(HEDGE);
    await world.writes(WASTE, { handle: 'een' });
    world.advance(5 * MINUTE);
    await world.writes(PASS, { handle: 'twee' });
    assert.deepEqual(called(world), [['Bram', 'Els'], [], ['Bram', 'Els']]);
  });

  it('calls once over all instances and over a restart', async () => {
    const world = createWorld();
    await world.writes(HEDGE);
    world.restart();
    world.advance(MINUTE);
    await world.writes(WASTE, { handle: 'een' });
    world.bot = world.start();
    world.advance(MINUTE);
    await world.writes(PASS, { handle: 'twee' });
    assert.deepEqual(called(world), [['Bram', 'Els'], [], []]);
  });

  it('does not call who is away, and nobody while we are closed', async () => {
    const world = createWorld();
    const who = member('Bram');
    await actOnTeam(world.bot.world, { type: 'reportAbsent', by: who, who, from: world.now, until: null });
    await world.writes(HEDGE);
    const evening = createWorld({ start: local('11-24 20:00') });
    await evening.writes(HEDGE);
    assert.deepEqual([...called(world), ...called(evening)], [['Els'], []]);
  });

  it('rings for nobody when nobody asked us anything, unless it cannot wait', async () => {
    const world = createWorld();
    await world.writes('In Jisp is het weer mooi vandaag', { account: null });
    await world.writes('In Jisp ligt een hoogspanningskabel op straat, vonken!', { handle: 'een', account: null });
    assert.deepEqual(called(world), [[], ['Bram', 'Els']]);
  });

  it('is posted again without a call when it was lost', async () => {
    const world = createWorld();
    const id = await world.writes(HEDGE);
    world.outside.channel.deletes((await world.root(id)).activity);
    world.advance(6 * MINUTE);
    await world.does(id, 'Bram', { type: 'claim' });
    assert.deepEqual(called(world), [['Bram', 'Els'], []]);
  });
});
