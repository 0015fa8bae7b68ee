import assert from 'node:assert/strict';
import { HOUR, MINUTE } from '../../../services/domain/instant.ts';
import { Fault } from '../../../services/ports/fault.ts';
import { local, settings } from '../../support/dialogue-facts.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

const QUESTION = '@GemWormerland Wanneer wordt het grofvuil opgehaald in Jisp?';
const { remindAfter, releaseAfter } = settings.instruction.claim;

/** Two instances look at the same moment, and both are started anew after it. */
async function moment(world: TestWorld, at: number): Promise<void> {
  world.advance(at - world.now);
  await Promise.all([world.restart().settleAll(), world.start().settleAll()]);
  world.advance(11_000);
  await world.restart().settleAll();
}

describe('What time tells', () => {
  it('is told once, by whichever instance and over restarts, and the root card is edited once when it is late', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    const { due } = await world.head(id);
    assert.ok(due !== null);
    for (const at of [due - HOUR, due - MINUTE, due, due + HOUR]) await moment(world, at);
    assert.deepEqual(world.posted(), ['root', 'due-soon', 'due-late']);
    const { views } = await world.root(id);
    assert.deepEqual(
      views.map(({ at }) => at >= due),
      [false, true],
    );
    assert.deepEqual(await world.course(id), ['opened', 'nudged', 'becameLate', 'nudged']);
  });

  it('is told once when Teams was down at that moment', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    const { due } = await world.head(id);
    world.meddler.once('channel', 'announce', () => Promise.reject(new Fault('teams', 'down')));
    await moment(world, (due ?? 0) - HOUR);
    assert.deepEqual(world.posted(), ['root', 'due-soon']);
  });

  it('gives a forgotten claim back with its concept, after one reminder', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    await world.does(id, 'Bram', { type: 'claim' });
    await world.does(id, 'Bram', { type: 'keep', text: 'Half af' });
    const begun = world.now;
    const work = await world.work(id);
    await moment(world, begun + remindAfter);
    await moment(world, begun + releaseAfter);
    assert.deepEqual(world.posted(), ['root', 'work', 'claim-reminder', 'claim-expired']);
    assert.deepEqual(await world.work(id), work, 'somebody may be typing on it');
    const { stage, concept } = await world.head(id);
    assert.deepEqual([stage.name, concept?.text], ['waiting', 'Half af']);
    const { refusal } = await world.click(id, 'Bram', { type: 'place', text: 'Bijna af' });
    assert.equal(refusal?.code, 'claim-expired');
    assert.equal((await world.head(id)).spare?.text, 'Bijna af');
  });

  it('is not told at night when the bot was down in the afternoon, but when it opens', async () => {
    const world = createWorld({ start: local('11-24 15:30') });
    const id = await world.writes(QUESTION);
    await world.does(id, 'Bram', { type: 'claim' });
    await moment(world, local('11-24 22:00'));
    assert.deepEqual(world.posted(), ['root', 'work']);
    await moment(world, local('11-25 08:30'));
    assert.deepEqual(world.posted(), ['root', 'work', 'claim-reminder']);
  });
});
