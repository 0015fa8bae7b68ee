import assert from 'node:assert/strict';
import { MINUTE, SECOND } from '../../../services/domain/instant.ts';
import { settleDialogue } from '../../../services/flows/settle-dialogue.ts';
import { Fault } from '../../../services/ports/fault.ts';
import { createWorld } from '../../support/world.ts';

const QUESTION = '@GemWormerland Wanneer wordt het grofvuil opgehaald in Jisp?';

describe('Showing a dialogue', () => {
  it('edits one root card in place', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    const root = await world.root(id);
    assert.equal(root.views[0]?.dialogue.stage.name, 'waiting');
    await world.does(id, 'Bram', { type: 'claim' });
    const after = await world.root(id);
    assert.equal(after.activity, root.activity);
    assert.deepEqual(
      after.views.map(({ dialogue }) => dialogue.stage.name),
      ['waiting', 'claimed'],
    );
    assert.equal(await world.outside.store.dialogueOfThread(root.thread), id);
  });

  it('edits nothing that did not change', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    await world.does(id, 'Bram', { type: 'claim' });
    const before = JSON.stringify(world.outside.channel.messages);
    await world.outside.store.wakeAt(id, world.now, 1);
    await world.settleAll();
    assert.equal(JSON.stringify(world.outside.channel.messages), before);
  });

  it('posts a root card that is gone again, with its work card', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    const old = await world.root(id);
    world.outside.channel.deletes(old.activity);
    await world.does(id, 'Bram', { type: 'claim' });
    const fresh = await world.root(id);
    assert.notEqual(fresh.thread, old.thread);
    assert.equal(fresh.views.at(-1)?.dialogue.stage.name, 'claimed');
    assert.deepEqual(world.posted(), ['root', 'root', 'work']);
    const work = world.outside.channel.message((await world.work(id)).activity);
    assert.equal(work.thread, fresh.thread);
    for (const thread of [old.thread, fresh.thread]) {
      assert.equal(await world.outside.store.dialogueOfThread(thread), id);
    }
  });

  it('posts a work card that is gone again, in the same thread', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    await world.does(id, 'Bram', { type: 'claim' });
    const old = await world.work(id);
    world.outside.channel.deletes(old.activity);
    const root = await world.root(id);
    const card = { thread: root.thread, activity: root.activity };
    await world.bot.click(id, 'Bram', { type: 'keep', text: 'Half af' }, { card });
    await world.settleAll();
    const fresh = await world.work(id);
    assert.notEqual(fresh.activity, old.activity);
    assert.equal(fresh.generation, 1);
    assert.deepEqual(world.posted(), ['root', 'work', 'work']);
  });

  it('is done by one of two instances that settle it at once', async () => {
    const world = createWorld();
    world.meddler.once('channel', 'openThread', () => Promise.reject(new Fault('teams', 'not yet')));
    const id = await world.writes(QUESTION);
    assert.deepEqual(world.posted(), []);
    const other = world.start();
    const outcomes = await Promise.allSettled([settleDialogue(world.bot.world, id), settleDialogue(other.world, id)]);
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.deepEqual(world.posted(), ['root']);
    world.advance(2 * SECOND);
    await world.settleAll();
    assert.deepEqual(world.posted(), ['root']);
  });

  it('waits as long as Teams asked for', async () => {
    const world = createWorld();
    world.meddler.once('channel', 'openThread', () =>
      Promise.reject(new Fault('teams', 'too many', undefined, 30 * SECOND)),
    );
    await world.writes(QUESTION);
    world.advance(29 * SECOND);
    await world.settleAll();
    assert.equal(world.meddler.calls('channel.openThread'), 1);
    world.advance(SECOND);
    await world.settleAll();
    assert.deepEqual(world.posted(), ['root']);
  });

  it('sends a line again when it is not known whether it was sent', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    await world.does(id, 'Bram', { type: 'claim' });
    world.meddler.once('store', 'announced', () => Promise.reject(new Fault('tables', 'no answer')));
    await world.does(id, 'Els', { type: 'takeOver' });
    world.advance(SECOND);
    await world.settleAll();
    assert.deepEqual(world.posted(), ['root', 'work', 'work', 'taken-over', 'taken-over']);
    assert.deepEqual((await world.settled(id)).announcements, []);
  });
});

describe('A clicked card', () => {
  it('that was posted twice by a crash is taken away, and the live one stays', async () => {
    const world = createWorld();
    world.meddler.once('store', 'saveShown', () => Promise.reject(new Fault('tables', 'no answer')));
    const id = await world.writes(QUESTION);
    world.advance(SECOND);
    await world.settleAll();
    assert.deepEqual(world.posted(), ['root', 'root']);
    const [orphan, live] = world.outside.channel.messages;
    assert.equal((await world.root(id)).activity, live?.activity);
    const { refusal } = await world.bot.click(id, 'Bram', { type: 'claim' }, { card: orphan! });
    await world.settleAll();
    assert.equal(refusal, null);
    assert.deepEqual(
      world.outside.channel.messages.map(({ removed }) => removed),
      [true, false, false],
    );
    assert.equal((await world.root(id)).views.at(-1)?.dialogue.stage.name, 'claimed');
  });

  it('that is on its way to being recorded is no orphan', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    world.outside.channel.deletes((await world.root(id)).activity);
    world.meddler.once('store', 'saveShown', async (save) => {
      const onItsWay = world.outside.channel.messages.at(-1)!;
      await world.bot.click(id, 'Els', { type: 'takeOver' }, { card: onItsWay });
      return save();
    });
    await world.does(id, 'Bram', { type: 'claim' });
    world.advance(2 * SECOND);
    await world.settleAll();
    assert.deepEqual(await world.course(id), ['opened', 'claimed', 'tookOver']);
    const roots = world.outside.channel.messages.filter(({ kind }) => kind === 'root');
    assert.deepEqual(
      roots.map(({ removed }) => removed),
      [true, false],
    );
    assert.equal((await world.root(id)).activity, roots[1]?.activity);
  });

  it('leaves no lock behind when Teams fails', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    await world.does(id, 'Bram', { type: 'claim' });
    const { shown } = await world.settled(id);
    const old = { thread: shown.thread!, activity: shown.work[0]!.activity };
    await world.does(id, 'Els', { type: 'takeOver' });
    world.meddler.once('channel', 'updateWork', () => Promise.reject(new Fault('teams', 'unreachable')));
    await assert.rejects(world.bot.click(id, 'Bram', { type: 'keep', text: 'Half af' }, { card: old }));
    const lock = await world.outside.store.lockShown(id, 'somebody', MINUTE);
    assert.notEqual(lock, null);
  });
});
