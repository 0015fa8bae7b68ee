import assert from 'node:assert/strict';
import { DAY, type Instant, MINUTE, SECOND } from '../../../services/domain/instant.ts';
import { Fault } from '../../../services/ports/fault.ts';
import { type RemoveOutcome } from '../../../services/ports/network.ts';
import { settings } from '../../support/dialogue-facts.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

const ANSWER = 'Dinsdag, Jan. Zet het vóór 07.30 uur aan de weg.';
const UNDO = settings.instruction.undo;
/** The window of an attempt, the timeout of the network and the recovery: then it is looked up. */
const LOST_FOR = 20 * SECOND + 10 * SECOND + MINUTE;

/** A reply that waits for the end of its undo time. */
async function frozen(): Promise<{ world: TestWorld; id: string }> {
  const world = createWorld();
  const id = await world.writes('@GemWormerland Wanneer wordt het grofvuil opgehaald in Jisp?');
  await world.does(id, 'Bram', { type: 'claim' });
  await world.does(id, 'Bram', { type: 'place', text: ANSWER });
  return { world, id };
}

async function passes(world: TestWorld, time: number): Promise<void> {
  world.advance(time);
  await world.settleAll();
}

describe('Placing a reply', () => {
  it('waits for the undo time to the second', async () => {
    const { world } = await frozen();
    await passes(world, UNDO - 1);
    assert.equal(world.meddler.calls('network.place'), 0);
    await passes(world, 1);
    assert.equal(world.outside.network.placed.length, 1);
  });

  it('asks again when it is more than five minutes late after an outage', async () => {
    const { world, id } = await frozen();
    world.advance(UNDO + 5 * MINUTE + 1);
    world.restart();
    await world.settleAll();
    assert.equal(world.meddler.calls('network.place'), 0);
    const { stage } = await world.head(id);
    assert.ok(stage.name === 'drafted' && stage.hitch?.why === 'late');
    assert.equal((await world.work(id)).form, 'hitch');
    assert.deepEqual(world.posted(), ['root', 'work', 'not-placed']);
    await world.does(id, 'Bram', { type: 'retry' });
    await passes(world, UNDO);
    assert.equal(world.outside.network.placed.length, 1);
  });

  it('is still done five minutes late', async () => {
    const { world, id } = await frozen();
    world.advance(UNDO + 5 * MINUTE);
    world.restart();
    await world.settleAll();
    assert.equal(world.outside.network.placed.length, 1);
    assert.equal((await world.head(id)).stage.name, 'answered');
  });

  it('waits when the network asks for patience', async () => {
    const { world, id } = await frozen();
    const at = world.now + UNDO + MINUTE;
    world.meddler.once('network', 'place', () => Promise.resolve({ outcome: 'later', at, detail: 'rate limit' }));
    await passes(world, UNDO);
    assert.deepEqual(world.outside.network.placed, []);
    await passes(world, MINUTE - 1);
    assert.equal(world.meddler.calls('network.place'), 1);
    await passes(world, 1);
    assert.equal(world.outside.network.placed.length, 1);
    assert.equal((await world.head(id)).stage.name, 'answered');
    assert.equal(world.meddler.calls('network.findPlaced'), 0);
  });

  it('asks a person when the network says no', async () => {
    const { world, id } = await frozen();
    world.meddler.once('network', 'place', () =>
      Promise.resolve({ outcome: 'refused', reason: 'reply-not-allowed', detail: 'not mentioned' }),
    );
    await passes(world, UNDO);
    const { stage } = await world.head(id);
    assert.ok(stage.name === 'drafted');
    assert.equal(stage.hitch?.reason, 'reply-not-allowed');
    assert.deepEqual(world.posted(), ['root', 'work', 'not-placed']);
    await passes(world, 10 * MINUTE);
    assert.equal(world.meddler.calls('network.place'), 1);
  });

  it('takes what stands there already for the receipt when the network calls it a duplicate', async () => {
    const { world, id } = await frozen();
    world.meddler.once('network', 'place', async (place) => {
      await place();
      return { outcome: 'duplicate' };
    });
    await passes(world, UNDO);
    const { stage, receipts } = await world.head(id);
    assert.equal(stage.name, 'answered');
    assert.equal(receipts[0]?.id, world.outside.network.placed[0]?.id);
    assert.equal(world.outside.network.placed.length, 1);
  });

  it('asks a person when a duplicate is not to be found', async () => {
    const { world, id } = await frozen();
    world.meddler.once('network', 'place', () => Promise.resolve({ outcome: 'duplicate' }));
    await passes(world, UNDO);
    const { stage } = await world.head(id);
    assert.ok(stage.name === 'drafted');
    assert.equal(stage.hitch?.reason, 'duplicate');
    await passes(world, 10 * MINUTE);
    assert.deepEqual(world.outside.network.placed, []);
  });

  it('after a lost answer is looked up twice, and then done exactly once', async () => {
    const { world, id } = await frozen();
    world.meddler.once('network', 'place', () => Promise.resolve({ outcome: 'unknown', detail: 'no answer' }));
    await passes(world, UNDO);
    const { stage } = await world.head(id);
    assert.ok(stage.name === 'approved' && stage.publication.attempt?.unclear === 'no answer');
    await passes(world, LOST_FOR - 1);
    assert.equal(world.meddler.calls('network.findPlaced'), 0);
    await passes(world, 1);
    assert.equal(world.meddler.calls('network.findPlaced'), 1);
    assert.equal(world.meddler.calls('network.place'), 1);
    await passes(world, 30 * SECOND);
    assert.equal(world.meddler.calls('network.findPlaced'), 2);
    assert.equal(world.outside.network.placed.length, 1);
    assert.equal((await world.head(id)).receipts[0]?.id, world.outside.network.placed[0]?.id);
  });

  it('after a lost answer finds what stands there, and does not place it again', async () => {
    const { world, id } = await frozen();
    world.meddler.once('network', 'place', async (place) => {
      await place();
      return { outcome: 'unknown', detail: 'no answer' };
    });
    await passes(world, UNDO);
    await passes(world, LOST_FOR);
    assert.equal((await world.head(id)).receipts[0]?.id, world.outside.network.placed[0]?.id);
    await passes(world, 10 * MINUTE);
    assert.equal(world.meddler.calls('network.place'), 1);
    assert.equal(world.outside.network.placed.length, 1);
  });

  it('is left alone by a process that slept between its record and the call', async () => {
    const { world } = await frozen();
    world.meddler.once('store', 'commit', async (commit) => {
      const outcome = await commit();
      world.advance(21 * SECOND);
      return outcome;
    });
    await passes(world, UNDO);
    assert.equal(world.meddler.calls('network.place'), 0);
    await passes(world, LOST_FOR);
    await passes(world, 30 * SECOND);
    assert.equal(world.outside.network.placed.length, 1);
  });

  it('is done once when two instances want to do it', async () => {
    const { world, id } = await frozen();
    const other = world.start();
    world.advance(UNDO);
    await Promise.all([world.bot.queue.tick(), other.queue.tick()]);
    await Promise.all([world.bot.queue.drained(), other.queue.drained()]);
    assert.equal(world.meddler.calls('network.place'), 1);
    assert.equal((await world.head(id)).stage.name, 'answered');
  });

  it('asks again when the citizen wrote in the meantime', async () => {
    const { world, id } = await frozen();
    await world.writes('@GemWormerland Laat maar, het is al weg. Of toch?', {
      inReplyTo: world.outside.network.posts[0]!.id,
    });
    await passes(world, UNDO);
    assert.deepEqual(world.outside.network.placed, []);
    const { stage } = await world.head(id);
    assert.ok(stage.name === 'drafted' && stage.hitch?.why === 'overtaken');
  });

  it('says no when the network is not set up (any more)', async () => {
    const { world, id } = await frozen();
    const bare = world.restart();
    Object.assign(bare.world, { networks: new Map() });
    await passes(world, UNDO);
    await passes(world, 10 * SECOND);
    const { stage } = await world.head(id);
    assert.ok(stage.name === 'drafted');
    assert.equal(stage.hitch?.detail, 'no connection to "x" is set up');
  });

  it('that cannot be looked up leaves the cards up to date', async () => {
    const { world, id } = await frozen();
    world.meddler.once('network', 'place', () => Promise.resolve({ outcome: 'unknown', detail: 'no answer' }));
    await passes(world, UNDO);
    world.meddler.once('network', 'findPlaced', () => Promise.reject(new Fault('network', 'unreachable')));
    world.advance(LOST_FOR);
    await world.outside.store.wakeAt(id, world.now, 1);
    world.outside.channel.deletes((await world.root(id)).activity);
    await world.writes('@GemWormerland Hallo?', { inReplyTo: world.outside.network.posts[0]!.id });
    const { shown, stored } = await world.settled(id);
    assert.ok(shown.root!.version >= stored.dialogue.faceAt, 'the root card is behind');
    await passes(world, SECOND);
    assert.equal(world.meddler.calls('network.findPlaced'), 2);
  });
});

describe('Taking a reply off', () => {
  async function removing(
    outcome: (now: Instant) => Promise<RemoveOutcome>,
  ): Promise<{ world: TestWorld; id: string }> {
    const { world, id } = await frozen();
    await passes(world, UNDO);
    world.meddler.once('network', 'remove', () => outcome(world.now));
    const receipt = world.outside.network.placed[0]!.id;
    await world.does(id, 'Els', { type: 'remove', receipt, reason: 'Het is woensdag' });
    return { world, id };
  }

  it('is tried again when the network asked for patience, and not before', async () => {
    const { world, id } = await removing((now) =>
      Promise.resolve({ outcome: 'later', at: now + MINUTE, detail: 'rate limit' }),
    );
    await world.outside.store.wakeAt(id, world.now, 1);
    await passes(world, MINUTE - 1);
    assert.equal(world.meddler.calls('network.remove'), 1);
    assert.equal((await world.head(id)).receipts[0]?.removal?.state, 'asked');
    await passes(world, 1);
    assert.equal((await world.head(id)).receipts[0]?.removal?.state, 'done');
  });

  it('waits for its own moment when the dialogue wakes for another', async () => {
    const { world, id } = await removing((now) =>
      Promise.resolve({ outcome: 'later', at: now + 300 * DAY, detail: 'suspended' }),
    );
    const { stage } = await world.head(id);
    assert.ok(stage.name === 'answered');
    await passes(world, stage.closesAt - world.now);
    assert.equal((await world.head(id)).stage.name, 'closed');
    assert.equal(world.meddler.calls('network.remove'), 1);
  });

  it('tells who is there when the network says no', async () => {
    const { world, id } = await removing(() => Promise.resolve({ outcome: 'refused', reason: 'other', detail: 'nee' }));
    assert.equal((await world.head(id)).receipts[0]?.removal?.state, 'refused');
    assert.deepEqual(world.posted(), ['root', 'work', 'removal-refused']);
  });

  it('shows that it was asked while the network is unreachable, and goes on trying', async () => {
    const { world, id } = await removing(() => Promise.reject(new Fault('network', 'unreachable')));
    const shown = world.outside.channel.view((await world.work(id)).activity);
    assert.equal(shown.dialogue.receipts[0]?.removal?.state, 'asked');
    await passes(world, SECOND);
    assert.equal((await world.head(id)).receipts[0]?.removal?.state, 'done');
  });

  it('shows on the receipt while the dialogue is being written in again', async () => {
    const { world, id } = await frozen();
    await passes(world, UNDO);
    const [receipt] = world.outside.network.placed;
    const proof = await world.work(id);
    await world.writes('@GemWormerland En het matras dan?', { inReplyTo: receipt!.id });
    assert.equal((await world.head(id)).stage.name, 'claimed');
    const writing = await world.work(id);
    const click = { thread: (await world.settled(id)).shown.thread!, activity: proof.activity };
    await world.bot.click(id, 'Els', { type: 'remove', receipt: receipt!.id, reason: 'Fout' }, { card: click });
    await world.settleAll();
    const shown = world.outside.channel.view(proof.activity);
    assert.equal(shown.dialogue.receipts[0]?.removal?.state, 'done');
    assert.equal(world.outside.channel.message(writing.activity).views.length, 1);
    const edits = world.outside.channel.message(proof.activity).views.length;
    await world.does(id, 'Bram', { type: 'keep', text: 'Dat mag mee.' });
    assert.equal(world.outside.channel.message(proof.activity).views.length, edits, 'an old receipt is drawn once');
  });
});
