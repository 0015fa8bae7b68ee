import assert from 'node:assert/strict';
import { HOUR, MINUTE, SECOND } from '../../../../services/domain/instant.ts';
import { Fault } from '../../../../services/ports/fault.ts';
import { minutesAgo, readBatch, setUpX, type XSetup } from '../../../support/x-server/x-setup.ts';

describe('Reading mentions on X', () => {
  let setup: XSetup;
  beforeEach(async () => {
    setup = await setUpX();
  });
  afterEach(() => setup.x.close());
  const mention = (text: string, minutes = 1) =>
    setup.x.addPost({ author: 'jan_wormer', text: `@GemOostzaan ${text}`, at: minutesAgo(setup, minutes) });
  const texts = (batch: { posts: readonly { text: string }[] }) => batch.posts.map(({ text }) => text);

  it('has one source per account', () => {
    assert.deepEqual(
      setup.network.sources().filter(({ kind }) => kind === 'asked'),
      [
        { name: 'mentions:GemOostzaan', kind: 'asked' },
        { name: 'mentions:GemWormerland', kind: 'asked' },
      ],
    );
  });

  it('starts with the last 24 hours', async () => {
    mention('van gisteren', 25 * 60);
    const recent = mention('van vannacht', 23 * 60);
    const { posts } = await readBatch(setup);
    assert.deepEqual(
      posts.map(({ id }) => id),
      [recent.id],
    );
  });

  it('remembers where it started when there was nothing, so that an outage of days loses nothing', async () => {
    const { cursor, posts } = await readBatch(setup);
    assert.deepEqual(posts, []);
    setup.clock.at += HOUR;
    const post = mention('tijdens de storing');
    setup.clock.at += 72 * HOUR;
    assert.deepEqual(
      (await readBatch(setup, cursor)).posts.map(({ id }) => id),
      [post.id],
    );
  });

  it('reads 250 mentions over three pages, each once, oldest first', async () => {
    const ids = Array.from({ length: 250 }, (_, n) => mention(`melding ${n}`, 250 - n).id);
    const batch = await readBatch(setup);
    assert.deepEqual(
      batch.posts.map(({ id }) => id),
      ids,
    );
    assert.equal(batch.cursor, ids.at(-1));
    assert.equal(batch.more, false);
    assert.deepEqual(batch.problems, []);
    assert.equal(setup.x.requests()['GET /2/users/:id/mentions'], 3);
  });

  it('gives nothing and keeps its place when the second page fails, and all when it is read again', async () => {
    const ids = Array.from({ length: 150 }, (_, n) => mention(`melding ${n}`, 150 - n).id);
    setup.x.fault({ match: 'GET /2/users/:id/mentions', kind: '503', skip: 1 });
    await assert.rejects(readBatch(setup), Fault);
    assert.deepEqual(
      (await readBatch(setup)).posts.map(({ id }) => id),
      ids,
    );
  });

  it('looks again at the two minutes before its cursor, where X may index late, and no further', async () => {
    const newest = mention('het nieuwste', 30);
    const { cursor } = await readBatch(setup);
    assert.equal(cursor, newest.id);
    mention('veel te laat in de index', 33);
    mention('laat in de index', 31);
    mention('nieuw', 1);
    assert.deepEqual(texts(await readBatch(setup, cursor)), [
      '@GemOostzaan laat in de index',
      '@GemOostzaan het nieuwste',
      '@GemOostzaan nieuw',
    ]);
  });

  it('keeps its cursor over a quiet read', async () => {
    mention('een');
    const { cursor } = await readBatch(setup);
    setup.clock.at += HOUR;
    assert.equal((await readBatch(setup, cursor)).cursor, cursor);
  });

  it('gives a long post whole, with its characters as typed', async () => {
    const long = `${'Er liggen losse tegels & takken op de stoep <gevaarlijk>. '.repeat(12)}Einde.`;
    mention(long);
    assert.deepEqual(texts(await readBatch(setup)), [`@GemOostzaan ${long}`]);
  });

  it('keys an edited post on its first id, and gives its newest text', async () => {
    const first = mention('grofvuil?', 5);
    const edited = setup.x.editPost(first.id, '@GemOostzaan grofvuil in De Haal?');
    const { posts, cursor } = await readBatch(setup);
    assert.deepEqual(
      posts.map(({ id, thread, text }) => ({ id, thread, text })),
      [{ id: first.id, thread: first.id, text: '@GemOostzaan grofvuil in De Haal?' }],
    );
    assert.equal(cursor, edited.id);
  });

  it('leaves out what any account of ours wrote, and retweets', async () => {
    const post = mention('wie gaat hierover?', 9);
    setup.x.addPost({ author: 'GemWormerland', text: '@GemOostzaan die is voor jullie', at: minutesAgo(setup, 8) });
    setup.x.addPost({ author: 'GemOostzaan', text: 'Wij zijn @GemOostzaan', at: minutesAgo(setup, 7) });
    setup.x.addPost({ author: 'ans_neck', text: 'RT @GemOostzaan: nieuws', retweets: post.id });
    const { posts, echoes } = await readBatch(setup);
    assert.deepEqual(
      posts.map(({ id }) => id),
      [post.id],
    );
    assert.deepEqual(
      echoes?.map(({ handle, original }) => [handle, original.id, original.thread, original.author.id]),
      [['ans_neck', post.id, post.id, post.author.id]],
    );
  });

  it('gives a post whose author X leaves out', async () => {
    setup.x.addPost({ author: 'weg_ermee', text: '@GemOostzaan hallo', hideAuthor: true });
    const [post] = (await readBatch(setup)).posts;
    assert.equal(post?.author.handle, post?.author.id);
    assert.equal(post?.link, `https://x.com/i/status/${post?.id ?? ''}`);
  });

  it('tells that X shows the last 800 mentions only', async () => {
    for (let n = 0; n < 805; n += 1) mention(`melding ${n}`, 900 - n);
    const { posts, problems, gaps } = await readBatch(setup);
    assert.equal(posts.length, 800);
    assert.match(problems.join(), /@GemOostzaan: X shows only so much; .* may be missing/);
    const readFor = { kind: 'mentions', account: 'GemOostzaan' };
    assert.deepEqual(gaps, [{ readFor, from: minutesAgo(setup, 24 * 60), until: posts[0]!.postedAt }]);
  });

  it('reports a post that it cannot read, and reads the rest', async () => {
    const post = mention('wel te lezen');
    const data = [{ id: 'geen nummer' }, { id: post.id, text: post.text, author_id: post.author.id, surprise: [1] }];
    const answer = { status: 200, body: { data, meta: { result_count: 2 } } };
    setup.x.fault({ match: 'GET /2/users/:id/mentions', kind: 'answer', answer });
    const { posts, problems } = await readBatch(setup);
    assert.deepEqual(
      posts.map(({ id }) => id),
      [post.id],
    );
    assert.deepEqual(problems, ['@GemOostzaan: 1 posts came in a form that cannot be read']);
  });

  it('does not page for ever when X repeats a page', async () => {
    const answer = { status: 200, body: { data: [], meta: { result_count: 0, next_token: 'zelfde' } } };
    setup.x.fault({ match: 'GET /2/users/:id/mentions', kind: 'answer', answer, times: 9 });
    await assert.rejects(readBatch(setup), /the same page twice/);
    assert.equal(setup.x.requests()['GET /2/users/:id/mentions'], 2);
  });

  it('asks who we are once, also for two reads at the same time', async () => {
    await Promise.all([readBatch(setup), readBatch(setup)]);
    await readBatch(setup);
    assert.equal(setup.x.requests()['GET /2/users/me'], 1);
  });

  for (const minutes of [-60, 0, 60])
    it(`waits out a rate limit by X's own clock when ours is ${minutes} minutes off`, async () => {
      setup.ours.ahead = minutes * MINUTE;
      setup.x.fault({ match: 'GET /2/users/:id/mentions', kind: '429', resetIn: 321 });
      const read = await setup.network.read(setup.source, '');
      assert.ok(read.outcome === 'later');
      assert.equal(read.at, setup.clock.at + setup.ours.ahead + 321 * SECOND);
    });

  it('waits for the real limit of the endpoint', async () => {
    await setup.x.close();
    setup = await setUpX({ limits: { 'GET /2/users/:id/mentions': 1 } });
    await readBatch(setup);
    setup.clock.at += 5 * MINUTE;
    const read = await setup.network.read(setup.source, '');
    assert.ok(read.outcome === 'later');
    assert.equal(read.at, setup.clock.at + 10 * MINUTE + SECOND);
  });

  it('names the next step for each broken world', async () => {
    const says = [
      ['401', /X refused the key of @GemOostzaan: set X_ACCESS_TOKEN_GEMOOSTZAAN and X_ACCESS_SECRET_GEMOOSTZAAN/],
      ['402', /any credits.*top up the credits/],
      ['usage-capped', /Usage cap exceeded.*raise the limit/],
      ['403', /X refused to be read for @GemOostzaan \(Forbidden\)/],
      ['503', /X does not answer properly for @GemOostzaan \(Service Unavailable\)/],
      ['cut-before', /X does not answer properly for @GemOostzaan \(socket hang up\)/],
      ['cut-mid', /cannot be read: HTTP 200, broken off or garbled/],
      ['truncated', /cannot be read: HTTP 200, broken off or garbled/],
      ['html', /cannot be read: no page of posts/],
    ] as const;
    mention('gaat niet verloren');
    for (const [kind, message] of says) {
      setup.x.fault({ match: 'GET /2/users/:id/mentions', kind });
      await assert.rejects(readBatch(setup), (error) => {
        assert.ok(error instanceof Fault);
        assert.equal(error.source, 'network');
        assert.match(error.message, message);
        return true;
      });
    }
    assert.deepEqual(texts(await readBatch(setup)), ['@GemOostzaan gaat niet verloren']);
  });

  it('says that X cannot be reached when it cannot', async () => {
    await setup.x.close();
    await assert.rejects(readBatch(setup), (error) => {
      assert.ok(error instanceof Fault && error.cause instanceof Error);
      assert.match(error.message, /X cannot be reached for @GemOostzaan/);
      assert.match(error.cause.message, /ECONNREFUSED/);
      return true;
    });
  });

  it('refuses keys that belong to another account than their name says', async () => {
    await setup.x.close();
    const [oostzaan, wormerland] = setup.x.keys.accounts;
    const swapped = [{ ...oostzaan!, handle: 'GemWormerland' }, wormerland!];
    setup = await setUpX({}, { accounts: swapped });
    await assert.rejects(readBatch(setup), /the X keys of @GemWormerland belong to @GemOostzaan/);
  });

  it('refuses a source of another network and a cursor that is no id', async () => {
    await assert.rejects(
      setup.network.read({ name: 'posts.jsonl', kind: 'asked' }, ''),
      /X has no source posts\.jsonl/,
    );
    await assert.rejects(setup.network.read(setup.source, '{}'), /is no id of X/);
  });
});
