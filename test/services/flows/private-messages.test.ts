import assert from 'node:assert/strict';
import { type Post } from '../../../services/domain/post.ts';
import { DAY, MINUTE, SECOND } from '../../../services/domain/instant.ts';
import { dialogueOf } from '../../../services/flows/dialogue-of.ts';
import { type Name } from '../../support/dialogue-facts.ts';
import { Crash, type CrashPoint, Fuse } from '../../support/fuse.ts';
import { type Deed } from '../../support/running-bot.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

const QUESTION = '@GemWormerland Wanneer wordt het grofvuil opgehaald in Jisp?';
const REPLY = 'Dat bespreken we hier. Morgen bellen we.';

/** Somebody writes to us alone, and the bot reads it. */
async function whispers(
  world: TestWorld,
  text = 'Tussen ons: mijn buurman is ziek.',
  account = 'GemWormerland',
): Promise<Post> {
  const post = world.outside.network.write({ handle: 'jan_wormer', text, account, private: true });
  await world.bot.poll();
  await world.settleAll();
  return post;
}

/** Every dialogue in which a post is. */
async function whereIs(world: TestWorld, post: Post): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { dialogue } of world.outside.store.ofCitizen('x', post.author.id))
    if (dialogue.posts.some(({ id }) => id === post.id)) found.push(dialogue.id);
  return found;
}

/** Placed, and the time for what follows has come. */
async function answered(world: TestWorld, id: string, deed: Deed, who: Name = 'Bram'): Promise<void> {
  await world.does(id, 'Bram', { type: 'claim' });
  await world.does(id, who, deed);
  world.advance(20 * SECOND);
  await world.settleAll();
}

describe('What a citizen writes to us alone', () => {
  it('joins the conversation that we have, where it is marked and told to who has it', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    await world.does(id, 'Bram', { type: 'claim' });
    const post = await whispers(world);
    assert.deepEqual(await whereIs(world, post), [id]);
    assert.equal((await world.head(id)).posts.at(-1)?.private, true);
    assert.deepEqual(world.posted(), ['root', 'work', 'citizen-wrote']);
  });

  it('brings an answered conversation back', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    await answered(world, id, { type: 'place', text: 'Dinsdag.' });
    assert.equal((await world.head(id)).stage.name, 'answered');
    await whispers(world);
    assert.equal((await world.head(id)).stage.name, 'claimed', 'for who had it');
  });

  it('is a conversation of its own when there is none, goes on in it, and is answered there in private', async () => {
    const world = createWorld();
    const post = await whispers(world, 'Mag ik iets vragen?');
    const id = dialogueOf(world.bot.world, post);
    assert.deepEqual(await whereIs(world, post), [id]);
    await answered(world, id, { type: 'place', text: REPLY });
    assert.deepEqual(
      world.outside.network.placed.map(({ privateTo, account }) => [privateTo, account]),
      [['id-of-jan_wormer', 'GemWormerland']],
    );
    assert.deepEqual(await whereIs(world, await whispers(world, 'En nog iets?')), [id]);
  });

  it('does not join what is long ago, what is with another account, nor what we only heard', async () => {
    const world = createWorld();
    const old = await world.writes(QUESTION);
    await world.does(old, 'Bram', { type: 'claim' });
    world.advance(31 * DAY);
    const heard = await world.writes('Wat een bankje in Wormer', { account: null });
    await world.does(heard, 'Bram', { type: 'setAside', reason: 'mening zonder vraag' });
    const other = await world.writes('@GemOostzaan Hoe laat is het loket open?', { account: 'GemOostzaan' });
    const post = await whispers(world);
    assert.deepEqual(await whereIs(world, post), [dialogueOf(world.bot.world, post)]);
    assert.deepEqual(await whereIs(world, await whispers(world, 'En hier?', 'GemOostzaan')), [other]);
  });

  it('joins an open conversation before a newer one that has ended', async () => {
    const world = createWorld();
    const open = await world.writes(QUESTION);
    world.advance(MINUTE);
    const ended = await world.writes('@GemWormerland En het zwembad?');
    await world.does(ended, 'Bram', { type: 'claim' });
    await world.does(ended, 'Bram', { type: 'finish', outcome: 'phoned' });
    assert.deepEqual(await whereIs(world, await whispers(world)), [open]);
  });

  it('is in one dialogue when two instances read it while another dialogue opens', async () => {
    const world = createWorld();
    const first = await world.writes(QUESTION);
    const other = world.start();
    world.outside.network.write({ handle: 'jan_wormer', text: 'Tussen ons', private: true });
    const post = world.outside.network.posts.at(-1)!;
    // This instance has chosen, and before it stores, the other reads a newer question and then the same message.
    world.meddler.once('store', 'commit', async (commit) => {
      world.advance(21 * SECOND);
      const { network } = world.outside;
      const newer = network.write({ handle: 'jan_wormer', text: '@GemWormerland Iets anders: is het loket open?' });
      world.meddler.once('network', 'read', () =>
        Promise.resolve({
          outcome: 'read',
          batch: { posts: [newer, post], cursor: '3', more: false, problems: [] },
        }),
      );
      await other.poll();
      return commit();
    });
    await world.bot.poll();
    assert.deepEqual(await whereIs(world, post), [first]);
    assert.equal((await world.course(first)).filter((type) => type === 'received').length, 1);
  });
});

describe('A private message that is refused', () => {
  it('becomes an invitation in public, which is placed only when somebody places it', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    world.outside.network.closed.add('id-of-jan_wormer');
    await answered(world, id, { type: 'place', text: REPLY, channel: 'private' });
    const { stage } = await world.head(id);
    assert.deepEqual([stage.name, stage.name === 'drafted' && stage.hitch?.reason], ['drafted', 'dm-refused']);
    await world.does(id, 'Bram', { type: 'goPublic', invitation: null });
    world.advance(MINUTE);
    await world.settleAll();
    assert.deepEqual(world.outside.network.placed, []);
    const { concept, spare } = await world.head(id);
    assert.match(concept?.text ?? '', /^Schrijf ons: https:\/\/x\.com\/messages\/compose\?recipient_id=/);
    assert.equal(spare?.text, REPLY);
    await world.does(id, 'Bram', { type: 'place', text: concept!.text });
    world.advance(20 * SECOND);
    await world.settleAll();
    assert.deepEqual(
      world.outside.network.placed.map(({ privateTo }) => privateTo),
      [undefined],
    );
  });
});

type Lost = 'stands' | 'is absent' | null;

/** A private reply, from the click until the network was asked twice, with one crash on the way. */
async function lived(point: CrashPoint | null, lost: Lost) {
  const world = createWorld();
  const { network, store } = world.outside;
  const id = await world.writes(QUESTION);
  await world.does(id, 'Bram', { type: 'claim' });
  let sends = 0;
  const place = network.place.bind(network);
  network.place = async (reply) => {
    sends += 1;
    if (lost !== 'is absent') {
      const outcome = await place(reply);
      if (lost === null) return outcome;
    }
    return { outcome: 'unknown', detail: 'no answer' };
  };
  await world.does(id, 'Bram', { type: 'place', text: REPLY, channel: 'private' });
  const fuse = new Fuse(point, store);
  world.restart(fuse.around);
  for (let turn = 0; turn < 60; turn += 1) {
    world.advance(5 * SECOND);
    try {
      await world.settleAll();
    } catch (fault) {
      if (!(fault instanceof Crash)) throw fault;
    }
    if (fuse.blown) world.restart();
  }
  return { world, id, fuse, sends: () => sends };
}

describe('A crash at any call while a private message is on its way', () => {
  for (const lost of [null, 'stands', 'is absent'] as const)
    for (const when of ['before', 'after'] as const)
      it(`never sends it twice: ${when} the deed, ${lost === null ? 'with its answer' : `the answer is lost and it ${lost}`}`, async function () {
        this.timeout(60_000);
        const { fuse } = await lived(null, lost);
        for (let call = 1; call <= fuse.calls.length; call += 1) {
          const { world, id, sends } = await lived({ call, when }, lost);
          const what = `died ${when} call ${call}, ${fuse.calls[call - 1]?.name}`;
          assert.ok(sends() <= 1, `${what}: sent ${sends()} times`);
          const { stage, receipts } = await world.head(id);
          if (receipts.length === 1) assert.equal(stage.name, 'answered', what);
          else assert.equal(stage.name === 'drafted' && stage.hitch?.why, 'unsure', what);
          assert.ok(
            world.outside.network.placed.length === receipts.length,
            `${what}: what stands there has its proof`,
          );
        }
      });
});
