import assert from 'node:assert/strict';
import { HOUR, SECOND } from '../../../services/domain/instant.ts';
import { viewUnmasked } from '../../../services/flows/view-dialogue.ts';
import { local, settings } from '../../support/dialogue-facts.ts';
import { createWorld } from '../../support/world.ts';

const QUESTION = '@GemWormerland Wanneer wordt het grofvuil opgehaald in Jisp?';
const COMPLAINT = '@GemWormerland Vier keer gebeld over de lantaarn. Niemand belt terug. Een klacht waard!';
const ANSWER = 'Dinsdag, Jan. Zet het vóór 07.30 uur aan de weg.';
const UNDO = settings.instruction.undo;

describe('A whole dialogue', () => {
  it('costs two clicks and two messages for a simple question', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    await world.does(id, 'Bram', { type: 'claim' });
    await world.does(id, 'Bram', { type: 'place', text: ANSWER });
    world.advance(UNDO);
    await world.settleAll();
    const { stage, receipts } = await world.head(id);
    assert.equal(stage.name, 'answered');
    const [reply] = world.outside.network.placed;
    assert.equal(reply?.text, `${ANSWER} ^BK`);
    assert.equal(receipts[0]?.id, reply.id);
    assert.equal((await world.settled(id)).stored.texts.get(reply.id), reply.text);
    assert.deepEqual(world.posted(), ['root', 'work']);
    assert.equal((await world.work(id)).form, 'receipt');
    assert.equal((await world.root(id)).views.at(-1)?.dialogue.stage.name, 'answered');
  });

  it('costs three clicks and three messages for a complaint', async () => {
    const world = createWorld();
    const id = await world.writes(COMPLAINT);
    await world.does(id, 'Bram', { type: 'claim' });
    await world.does(id, 'Bram', { type: 'submit', text: ANSWER });
    assert.equal((await world.work(id)).form, 'draft');
    await world.does(id, 'Els', { type: 'approve' });
    assert.deepEqual(world.outside.network.placed, []);
    world.advance(UNDO);
    await world.settleAll();
    assert.equal(world.outside.network.placed.length, 1);
    assert.deepEqual(world.posted(), ['root', 'work', 'approval-asked']);
    const asked = world.outside.channel.messages.at(-1)?.announcement;
    assert.deepEqual(
      asked?.to.map(({ name }) => name),
      ['Els Prins'],
    );
  });

  it('is not placed when it is withdrawn within the undo time', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    await world.does(id, 'Bram', { type: 'claim' });
    await world.does(id, 'Bram', { type: 'place', text: ANSWER });
    world.advance(UNDO - SECOND);
    await world.does(id, 'Bram', { type: 'stop' });
    world.advance(HOUR);
    await world.settleAll();
    assert.deepEqual(world.outside.network.placed, []);
    const { stage, concept } = await world.head(id);
    assert.equal(stage.name, 'claimed');
    assert.equal(concept?.text, ANSWER);
    assert.equal((await world.work(id)).form, 'writing');
  });

  it('comes back in the same thread when the citizen asks on, and not for thanks', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    await world.does(id, 'Bram', { type: 'claim' });
    await world.does(id, 'Bram', { type: 'place', text: ANSWER });
    world.advance(UNDO);
    await world.settleAll();
    const inReplyTo = world.outside.network.placed[0]!.id;
    const receipt = await world.work(id);
    assert.equal(await world.writes('@GemWormerland dankjewel!', { inReplyTo }), id);
    assert.equal((await world.head(id)).stage.name, 'answered');
    assert.deepEqual(world.posted(), ['root', 'work']);
    assert.equal(world.outside.channel.view(receipt.activity).posts.at(-1)?.text, '@GemWormerland dankjewel!');
    await world.writes('@GemWormerland en waar moet het matras heen?', { inReplyTo });
    const { stage } = await world.head(id);
    assert.ok(stage.name === 'claimed' && stage.by.name === 'Bram Kok');
    assert.deepEqual(world.posted(), ['root', 'work', 'work']);
    const threads = new Set(world.outside.channel.messages.map(({ thread }) => thread));
    assert.equal(threads.size, 1);
    assert.equal(world.outside.channel.view((await world.work(id)).activity).dialogue.work.mention?.name, 'Bram Kok');
  });

  it('waits for who is on duty when the holder has gone home', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    await world.does(id, 'Bram', { type: 'claim' });
    await world.does(id, 'Bram', { type: 'place', text: ANSWER });
    world.advance(UNDO);
    await world.settleAll();
    // On Wednesday Anna and Carla are on duty.
    world.advance(local('11-25 10:00') - world.now);
    await world.writes('@GemWormerland en waar moet het matras heen?', {
      inReplyTo: world.outside.network.placed[0]!.id,
    });
    assert.equal((await world.head(id)).stage.name, 'waiting');
    assert.deepEqual(world.posted(), ['root', 'work', 'citizen-wrote']);
    assert.deepEqual(
      world.outside.channel.messages.at(-1)?.announcement?.to.map(({ name }) => name),
      ['Anna de Boer', 'Carla Visser'],
    );
  });

  it('leaves the writing card of who lost it, and posts a new one for who took over', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    await world.does(id, 'Bram', { type: 'claim' });
    const old = await world.work(id);
    await world.does(id, 'Els', { type: 'takeOver' });
    const live = await world.work(id);
    assert.notEqual(live.activity, old.activity);
    assert.equal(live.generation, 2);
    assert.equal(world.outside.channel.message(old.activity).views.length, 1);
    assert.deepEqual(world.posted(), ['root', 'work', 'work', 'taken-over']);
  });

  it('ends the old writing card when it is clicked, and keeps what was typed in it', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    await world.does(id, 'Bram', { type: 'claim' });
    const { shown } = await world.settled(id);
    const old = { thread: shown.thread!, activity: shown.work[0]!.activity };
    await world.does(id, 'Els', { type: 'takeOver' });
    const { refusal, stored } = await world.bot.click(id, 'Bram', { type: 'submit', text: 'Half af' }, { card: old });
    await world.settleAll();
    assert.deepEqual(refusal, { code: 'not-yours', who: 'Els Prins' });
    assert.equal(stored?.dialogue.spare?.text, 'Half af');
    const after = (await world.settled(id)).shown.work;
    assert.deepEqual(
      after.map(({ form }) => form),
      ['ended', 'writing'],
    );
    assert.equal(world.outside.channel.message(old.activity).views.length, 2);
    assert.deepEqual(world.posted(), ['root', 'work', 'work', 'taken-over']);
  });

  it('is taken off the network when an approver says so, and waits again', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    await world.does(id, 'Bram', { type: 'claim' });
    await world.does(id, 'Bram', { type: 'place', text: ANSWER });
    world.advance(UNDO);
    await world.settleAll();
    const receipt = world.outside.network.placed[0]!.id;
    await world.does(id, 'Els', { type: 'remove', receipt, reason: 'Het is woensdag' });
    assert.equal(world.outside.network.placed[0]?.removed, true);
    const head = await world.head(id);
    assert.equal(head.stage.name, 'waiting');
    assert.equal(head.receipts[0]?.removal?.state, 'done');
    assert.deepEqual(world.posted(), ['root', 'work']);
  });

  it('closes itself after some quiet opening days, and then nothing is left to be done', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    await world.does(id, 'Bram', { type: 'claim' });
    await world.does(id, 'Bram', { type: 'place', text: ANSWER });
    world.advance(UNDO);
    await world.settleAll();
    const { stage } = await world.head(id);
    assert.ok(stage.name === 'answered');
    world.advance(stage.closesAt - world.now - SECOND);
    await world.settleAll();
    assert.equal((await world.head(id)).stage.name, 'answered');
    world.advance(SECOND);
    await world.settleAll();
    assert.equal((await world.head(id)).stage.name, 'closed');
    assert.equal((await world.root(id)).views.at(-1)?.dialogue.stage.name, 'closed');
    assert.deepEqual(await world.outside.store.due(Infinity, 100), []);
  });

  it('shows personal data to the holder alone', async () => {
    const world = createWorld();
    const id = await world.writes('@GemWormerland Bel mij op 06-12345678, wanneer komt het grofvuil?');
    const { stored } = await world.settled(id);
    const shown = world.outside.channel.view((await world.root(id)).activity).posts[0];
    assert.equal(shown?.text, '@GemWormerland Bel mij op [telefoonnummer], wanneer komt het grofvuil?');
    assert.equal(viewUnmasked(world.bot.world, stored).posts[0]?.text?.includes('06-12345678'), true);
  });
});
