import assert from 'node:assert/strict';
import { DAY } from '../../../services/domain/instant.ts';
import { type Post } from '../../../services/domain/post.ts';
import { dialogueOf } from '../../../services/flows/dialogue-of.ts';
import { takeInPost } from '../../../services/flows/take-in-posts.ts';
import { settings } from '../../support/dialogue-facts.ts';
import { Crash, Fuse } from '../../support/fuse.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

const TEXT = '@GemWormerland Laat de oude linde aan de Dorpsstraat staan, wij willen geen asfalt.';

describe('The same words by several citizens', () => {
  let world: TestWorld;
  beforeEach(() => {
    world = createWorld();
  });
  const write = (handle: string, text = TEXT, more = {}): Post =>
    world.outside.network.write({ handle, text, ...more });
  const idOf = (post: Post): string => dialogueOf(world.bot.world, post);
  const isOpened = async (post: Post): Promise<boolean> => (await world.outside.store.load(idOf(post))) !== null;

  it('are one card that counts each of them once, however often and in whatever way they are found', async () => {
    const first = write('ans');
    const copies = ['jan', 'piet', 'wil', 'ko'].map((handle) => write(handle, `${TEXT.toUpperCase()} 🌳`));
    write('jan');
    await world.bot.poll();
    for (const copy of copies) {
      assert.deepEqual((await takeInPost(world.bot.world, { ...copy, foundBy: ['wormerland'] })).due, []);
      assert.equal(await isOpened(copy), false);
    }
    await world.settleAll();
    const { copies: counted, echoes, posts } = await world.head(idOf(first));
    assert.deepEqual([counted, echoes], [{ count: 4, handles: ['jan', 'piet', 'wil'] }, undefined]);
    assert.equal(posts.length, 1);
    assert.deepEqual(world.posted(), ['root']);
  });

  it('of which one writes on in the thread, are a card for those words', async () => {
    write('ans');
    const copy = write('jan');
    await world.bot.poll();
    write('jan', '@GemWormerland en mijn vraag?', { inReplyTo: copy.id });
    await world.bot.poll();
    assert.equal((await world.head(idOf(copy))).posts.length, 1);
  });

  it('are cards of their own by the same citizen, to another account, unasked, of danger, or on another day', async () => {
    write('ans');
    const own = [write('ans'), write('jan', TEXT, { account: 'GemOostzaan' }), write('piet', TEXT, { account: null })];
    const danger = `${TEXT} Er is BRAND in de boom`;
    own.push(write('wil', danger), write('ko', danger));
    await world.bot.poll();
    world.advance(DAY);
    own.push(write('teun'));
    await world.bot.poll();
    for (const post of own) assert.equal(await isOpened(post), true, post.author.handle);
  });

  it('stay what they became, whatever becomes of the first', async () => {
    const first = write('ans');
    const folded = write('jan');
    await world.bot.poll();
    const reason = settings.instruction.noReplyReasons[0]!;
    await world.does(idOf(first), 'Bram', { type: 'claim' });
    await world.does(idOf(first), 'Bram', { type: 'setAside', reason });
    const opened = write('piet');
    await world.bot.poll();
    await world.does(idOf(first), 'Bram', { type: 'reopen' });
    for (const post of [folded, opened]) assert.deepEqual((await takeInPost(world.bot.world, post)).due, []);
    assert.deepEqual([await isOpened(folded), await isOpened(opened)], [false, true]);
    assert.equal((await world.head(idOf(first))).copies?.count, 1);
  });

  it('that are edited into others are cards after all', async () => {
    write('ans');
    const copy = write('jan');
    await world.bot.poll();
    world.outside.network.edit(copy.id, `${TEXT} En mijn schutting dan?`);
    await world.bot.poll();
    assert.equal(await isOpened(copy), true);
  });

  it('read by two instances at once are never lost', async () => {
    const posts = ['ans', 'jan', 'piet'].map((handle) => write(handle));
    const [one, other] = [world.bot, world.start()];
    await Promise.all(posts.flatMap((post) => [takeInPost(one.world, post), takeInPost(other.world, post)]));
    await assertAllThere(posts);
  });

  it('are each there exactly once after a crash at any call', async () => {
    let crashes = 0;
    for (let call = 1; call < 60; call += 1)
      for (const when of ['before', 'halfway', 'after'] as const) {
        world = createWorld();
        const posts = [write('ans'), write('jan')];
        const fuse = new Fuse({ call, when }, world.outside.store);
        const dying = world.start(fuse.around);
        try {
          for (const post of posts) await takeInPost(dying.world, post);
        } catch (fault) {
          if (!(fault instanceof Crash)) throw fault;
          crashes += 1;
        }
        // Another source finds them in another order.
        for (const post of [...posts].reverse()) await takeInPost(world.bot.world, post);
        await assertAllThere(posts);
        if (!fuse.blown) {
          assert.ok(crashes >= 3 * 8, `${crashes}`);
          return;
        }
      }
    assert.fail('it never lives through it');
  });

  async function assertAllThere(posts: readonly Post[]): Promise<void> {
    const opened = await Promise.all(posts.map(isOpened));
    const heads = await Promise.all(posts.filter((_, n) => opened[n]).map((post) => world.head(idOf(post))));
    const counted = heads.reduce((sum, { copies }) => sum + (copies?.count ?? 0), 0);
    assert.equal(heads.length + counted, posts.length, JSON.stringify(opened));
    const folded = posts.filter((_, n) => !opened[n]).map(({ author }) => author.handle);
    assert.deepEqual(heads.flatMap(({ copies }) => copies?.handles ?? []).sort(), folded.sort());
  }
});
