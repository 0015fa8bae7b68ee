import assert from 'node:assert/strict';
import { HOUR, MINUTE, SECOND } from '../../../services/domain/instant.ts';
import { Fault } from '../../../services/ports/fault.ts';
import { settings } from '../../support/dialogue-facts.ts';
import { createWorld } from '../../support/world.ts';

const QUESTION = '@GemWormerland Wanneer wordt het grofvuil opgehaald in Jisp?';
const ANSWER = 'Dinsdag, Jan. Zet het vóór 07.30 uur aan de weg.';
const UNDO = settings.instruction.undo;

describe('The queue of what must be settled', () => {
  it('removes a due row when all is done', async () => {
    const world = createWorld();
    await world.writes(QUESTION);
    assert.deepEqual(await world.outside.store.due(world.now, 10), []);
  });

  it('keeps a due row whose commit is still to come, until it has come', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    await world.outside.store.wakeAt(id, world.now, 2);
    await world.settleAll();
    assert.equal((await world.outside.store.due(world.now, 10)).length, 1);
    await world.does(id, 'Bram', { type: 'claim' });
    assert.deepEqual(await world.outside.store.due(world.now, 10), []);
  });

  it('removes a due row whose commit never came after ten minutes, also of a dialogue that never was', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    await world.outside.store.wakeAt(id, world.now, 2);
    await world.outside.store.wakeAt('nooit', world.now, 1);
    world.advance(10 * MINUTE);
    await world.settleAll();
    assert.equal((await world.outside.store.due(world.now, 10)).length, 2);
    world.advance(1);
    await world.settleAll();
    assert.deepEqual(await world.outside.store.due(world.now, 10), []);
  });

  it('keeps a moment that passed while it was busy with an earlier one', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    await world.does(id, 'Bram', { type: 'claim' });
    world.meddler.once('channel', 'updateWork', (update) => {
      world.advance(UNDO + SECOND);
      return update();
    });
    await world.bot.click(id, 'Bram', { type: 'place', text: ANSWER });
    await world.bot.queue.drained();
    await world.settleAll();
    assert.equal(world.outside.network.placed.length, 1, 'the undo time passed while the card was being sent');
  });

  it('keeps a dialogue awake that was looked at too early', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    await world.does(id, 'Bram', { type: 'claim' });
    await world.does(id, 'Bram', { type: 'place', text: ANSWER });
    const { version } = await world.head(id);
    for (const row of await world.outside.store.due(Infinity, 10)) await world.outside.store.settled(row);
    await world.outside.store.wakeAt(id, world.now + SECOND, version);
    world.advance(SECOND);
    await world.settleAll();
    const [row, ...others] = await world.outside.store.due(Infinity, 10);
    assert.deepEqual([row?.dialogue, row?.at, others.length], [id, world.now - SECOND + UNDO, 0]);
    world.advance(UNDO);
    await world.settleAll();
    assert.equal(world.outside.network.placed.length, 1);
  });

  it('finishes what another instance left', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    await world.does(id, 'Bram', { type: 'claim' });
    await world.bot.queue.stop();
    await world.bot.click(id, 'Bram', { type: 'place', text: ANSWER });
    world.restart();
    world.advance(UNDO);
    await world.settleAll();
    assert.equal(world.outside.network.placed.length, 1);
    assert.equal((await world.work(id)).form, 'receipt');
  });

  it('tries again with growing pauses, a minute at most', async () => {
    const world = createWorld();
    const tried: number[] = [];
    for (let n = 0; n < 10; n += 1)
      world.meddler.once('channel', 'openThread', () => {
        tried.push(world.now);
        return Promise.reject(new Fault('teams', 'unreachable'));
      });
    await world.writes(QUESTION);
    for (let n = 0; n < 400; n += 1) {
      world.advance(SECOND);
      await world.settleAll();
    }
    const pauses = tried.slice(1).map((at, n) => (at - tried[n]!) / SECOND);
    assert.deepEqual(pauses, [1, 2, 4, 8, 16, 32, 60, 60, 60]);
    assert.deepEqual(world.posted(), ['root']);
    assert.equal(world.bot.queue.waiting, 0);
  });

  it('lets one failing dialogue not hold up another', async () => {
    const world = createWorld();
    for (let n = 0; n < 3; n += 1)
      world.meddler.once('channel', 'openThread', () => Promise.reject(new Fault('teams', 'unreachable')));
    await world.writes(QUESTION);
    world.advance(SECOND);
    await world.settleAll();
    world.advance(2 * SECOND);
    await world.settleAll();
    await world.writes('@GemWormerland En in Neck?', { handle: 'ans_neck' });
    assert.deepEqual(world.posted(), ['root']);
    world.advance(HOUR);
    await world.settleAll();
    assert.deepEqual(world.posted(), ['root', 'root']);
  });

  it('starts nothing more after it was stopped', async () => {
    const world = createWorld();
    await world.bot.queue.stop();
    await world.writes(QUESTION);
    assert.deepEqual(world.posted(), []);
    assert.equal((await world.outside.store.due(world.now, 10)).length, 1);
  });
});
