import assert from 'node:assert/strict';
import { beginOwnPost } from '../../../services/flows/begin-own-post.ts';
import { dialogueOf } from '../../../services/flows/dialogue-of.ts';
import { takeInOwnPost } from '../../../services/flows/take-in-own-post.ts';
import { type Post } from '../../../services/domain/post.ts';
import { member, settings } from '../../support/dialogue-facts.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

const STORM = 'Code geel vanavond: zet je kliko vast.';
const ACCOUNT = 'GemWormerland';

describe('Reactions to an own post', () => {
  let world: TestWorld;
  let own: string;
  let placed: string;
  beforeEach(async () => {
    world = createWorld();
    await beginOwnPost(world.bot.world, 'form-1', { network: 'x', account: ACCOUNT }, STORM, member('Els'));
    own = world.bot.world.texts.fingerprint(JSON.stringify(['own', 'form-1']));
    await world.does(own, 'Els', { type: 'place', text: STORM });
    world.advance(settings.instruction.undo);
    await world.settleAll();
    placed = world.outside.network.placed[0]!.id;
  });

  async function reads(...posts: readonly Post[]): Promise<void> {
    assert.ok(posts.length > 0);
    await world.bot.poll();
    await world.settleAll();
  }
  const reacts = (handle: string, inReplyTo = placed): Post =>
    world.outside.network.write({ handle, text: `@${ACCOUNT} geldt dat ook voor ons?`, inReplyTo });
  const rootEdits = async (): Promise<number> => (await world.root(own)).views.length;

  it('are dialogues of their own, and the own post counts citizens, with the newest three', async () => {
    const posts = ['een', 'twee', 'drie', 'vier'].map((handle) => reacts(handle));
    await reads(...posts, reacts('een'), reacts('vijf', posts[0]!.id));
    const { reactions, stage, due, posts: shown } = await world.head(own);
    assert.deepEqual(reactions, { count: 5, handles: ['vijf', 'vier', 'drie'] });
    assert.deepEqual([stage.name, due, shown.length], ['answered', null, 1]);
    const first = await world.head(dialogueOf(world.bot.world, posts[0]!));
    assert.deepEqual([first.own, first.posts.length, first.thread], [undefined, 2, placed]);
  });

  it('are counted once, also when the bot died before it counted or the posts are read again', async () => {
    const post = reacts('een');
    const died = new Error('died');
    world.meddler.once('store', 'dialogueOfPost', () => Promise.reject(died));
    await assert.rejects(world.bot.poll(), died);
    assert.equal((await world.head(own)).reactions, undefined);
    await reads(post);
    const lease = await world.outside.leases.acquire('poll:x:mentions', world.bot.world.instance, 1);
    await world.outside.leases.save(lease!, '');
    await reads(post);
    assert.equal((await world.head(own)).reactions?.count, 1);
  });

  it('edit the own card for the first three and then for every tenth', async () => {
    const edits: number[] = [];
    for (let count = 1; count <= 11; count += 1) {
      const before = await rootEdits();
      await reads(reacts(`burger_${count}`));
      if ((await rootEdits()) > before) edits.push(count);
    }
    assert.deepEqual(edits, [1, 2, 3, 10]);
    assert.equal((await world.root(own)).views.at(-1)?.dialogue.reactions?.count, 10);
  });

  it('cost one look-up for a dialogue that begins in a thread, and none for any other post', async () => {
    let looks = 0;
    const { store } = world.outside;
    const look = store.dialogueOfPost.bind(store);
    store.dialogueOfPost = (...asked) => {
      looks += 1;
      return look(...asked);
    };
    await reads(world.outside.network.write({ handle: 'los', text: `@${ACCOUNT} hallo?` }));
    assert.equal(looks, 0);
    await reads(reacts('een'));
    await reads(reacts('een'));
    await reads(world.outside.network.write({ handle: 'een', text: 'Alleen voor jullie', private: true }));
    assert.equal(looks, 1);
  });

  it('to what was written on the network itself change nothing but their own dialogue', async () => {
    const { network } = world.outside;
    network.placeByHand({ account: ACCOUNT, inReplyTo: null, text: 'Op X zelf geschreven' });
    const post = reacts('een', network.placed.at(-1)!.id);
    await reads(post);
    assert.equal((await world.head(own)).reactions, undefined);
    assert.equal((await world.head(dialogueOf(world.bot.world, post))).posts.length, 1);
  });

  it('do nothing when our own timeline shows the post, whoever placed it', async () => {
    const before = await world.head(own);
    for (const id of [placed, '999']) {
      const ours = { account: ACCOUNT, id, thread: id, text: STORM, postedAt: world.now, link: null, inReplyTo: null };
      assert.equal(await takeInOwnPost(world.bot.world, 'x', ours), 'elsewhere');
    }
    // A thread of ours: the second part answers the first.
    const inReplyTo = { post: placed, author: 'id-of-us' };
    const more = {
      account: ACCOUNT,
      id: '1000',
      thread: placed,
      text: '2/2',
      postedAt: world.now,
      link: null,
      inReplyTo,
    };
    assert.equal(await takeInOwnPost(world.bot.world, 'x', more), 'elsewhere');
    assert.deepEqual(await world.head(own), before);
  });
});
