import assert from 'node:assert/strict';
import { dialogueOf } from '../../../services/flows/dialogue-of.ts';
import { takeInPosts } from '../../../services/flows/take-in-posts.ts';
import { settings } from '../../support/dialogue-facts.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';
import { minutesAgo, setUpX, type XSetup } from '../../support/x-server/x-setup.ts';

/** Two searches, so that two terms find a post apart from each other. */
const WATCH = settings.watch.map((term) => ({ ...term, none: [...term.none, 'n'.repeat(260)] }));

describe('A post that is found in several ways', () => {
  let setup: XSetup;
  let world: TestWorld;
  beforeEach(async () => {
    setup = await setUpX({}, { watch: WATCH });
    world = createWorld();
  });
  afterEach(() => setup.x.close());

  async function read(...sources: readonly string[]): Promise<void> {
    for (const name of sources) await takeInPosts(world.bot.world, setup.network, { name, kind: 'unasked' });
    await world.settleAll();
  }
  const says = (text: string): string =>
    dialogueOf(world.bot.world, {
      network: 'x',
      thread: setup.x.addPost({ author: 'jan_wormer', text, at: minutesAgo(setup, 1) }).id,
      author: { id: setup.x.posts('jan_wormer')[0]!.author.id, handle: '', name: '' },
    });

  it('by its mention and by two terms, is one dialogue with one post and one message', async () => {
    const dialogue = says('@GemWormerland namens Oostzaan: wat doet OVER-gemeenten in Jisp?');
    const names = setup.network.sources().map(({ name }) => name);
    const searches = names.filter((name) => /^(mentions|search):/.test(name));
    assert.deepEqual(searches.slice(2), ['search:1', 'search:2', 'search:3']);
    await read(...searches);
    await read(...searches);
    const head = await world.head(dialogue);
    assert.deepEqual(
      head.posts.map(({ foundBy }) => foundBy),
      [['@GemWormerland', 'organisatie', 'oostzaan', 'wormerland']],
    );
    assert.deepEqual(await world.course(dialogue), ['opened', 'foundAgain', 'foundAgain', 'foundAgain']);
    assert.deepEqual(world.posted(), ['root']);
    assert.deepEqual([head.asked, head.account], [true, 'GemWormerland']);
  });

  it('first by a term and then by what names us, becomes asked on the same card', async () => {
    const dialogue = says('Wat doet de gemeente in Jisp?');
    await read('search:3');
    const before = await world.head(dialogue);
    assert.deepEqual([before.asked, before.account], [false, 'GemWormerland']);
    // The same author goes on in the thread, now to us.
    setup.x.addPost({ author: 'jan_wormer', text: '@GemOostzaan of jullie?', inReplyTo: setup.x.posts()[0]!.id });
    setup.clock.at += 60_000;
    await read('mentions:GemOostzaan');
    const head = await world.head(dialogue);
    assert.deepEqual([head.asked, head.account, head.posts.length], [true, 'GemOostzaan', 2]);
    assert.equal(world.outside.channel.messages.filter(({ kind }) => kind === 'root').length, 1);
  });

  it('shows the newest words when they were edited in between, keeps the first, and what stands around them', async () => {
    const { id } = setup.x.addPost({ author: 'ans_neck', text: 'De brug is dicht', at: minutesAgo(setup, 5) });
    const post = setup.x.addPost({ author: 'jan_wormer', text: 'Weer, in Jisp', quotes: id, at: minutesAgo(setup, 4) });
    const dialogue = dialogueOf(world.bot.world, { network: 'x', thread: post.id, author: { ...post.author } });
    await read('search:3');
    setup.x.editPost(post.id, 'Weer, in Jisp en Oostzaan');
    setup.clock.at += 60_000;
    await read('search:2');
    const stored = await world.outside.store.load(dialogue);
    assert.equal(stored?.texts.get(post.id), 'Weer, in Jisp en Oostzaan');
    assert.equal(stored.texts.get(`${post.id}/was/1`), 'Weer, in Jisp');
    assert.match(stored.texts.get(`${post.id}/context`) ?? '', /De brug is dicht/);
    assert.deepEqual(stored.dialogue.posts[0]?.foundBy, ['wormerland', 'oostzaan']);
  });

  it('and is passed on by others, is one dialogue that counts them, without a message or a new norm', async () => {
    const dialogue = says('@GemOostzaan wat gebeurt hier?');
    await read('mentions:GemOostzaan');
    const before = await world.head(dialogue);
    const [post] = setup.x.posts('jan_wormer');
    for (let n = 0; n < 5; n += 1)
      setup.x.addPost({ author: `deler_${n}`, text: 'RT @jan_wormer: @GemOostzaan wat', retweets: post!.id });
    setup.x.addPost({ author: 'vreemde', text: 'RT @GemOostzaan van iets anders', retweets: '12345' });
    await read('mentions:GemOostzaan', 'mentions:GemOostzaan');
    const { echoes, due, posts } = await world.head(dialogue);
    assert.deepEqual(echoes, { count: 5, handles: ['deler_0', 'deler_1', 'deler_2'] });
    assert.deepEqual([due, posts], [before.due, before.posts]);
    assert.deepEqual(world.posted(), ['root']);
    assert.deepEqual(await world.course(dialogue), ['opened', ...Array.from({ length: 5 }, () => 'echoed')]);
  });
});
