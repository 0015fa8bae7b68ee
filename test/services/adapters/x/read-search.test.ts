import assert from 'node:assert/strict';
import { idAt } from '../../../../services/adapters/x/snowflake.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../../services/domain/instant.ts';
import { Fault } from '../../../../services/ports/fault.ts';
import { type Batch, type Network } from '../../../../services/ports/network.ts';
import { settings } from '../../../support/dialogue-facts.ts';
import { minutesAgo, setUpX, type XSetup } from '../../../support/x-server/x-setup.ts';

const SEARCH = { name: 'search:1', kind: 'unasked' } as const;
const ENDPOINT = 'GET /2/tweets/search/recent';

for (const spelling of ['tweet', 'post'] as const) {
  describe(`Searching on X, in X's ${spelling} spelling`, () => {
    let setup: XSetup;
    beforeEach(async () => {
      setup = await setUpX({ spelling }, { watch: settings.watch });
    });
    afterEach(() => setup.x.close());

    const says = (text: string, minutes = 1, more: object = {}) =>
      setup.x.addPost({ author: 'jan_wormer', text, at: minutesAgo(setup, minutes), ...more });
    async function search(cursor = '', network: Network = setup.network): Promise<Batch> {
      const read = await network.read(SEARCH, cursor);
      assert.ok(read.outcome === 'read', JSON.stringify(read));
      return read.batch;
    }

    it('is one source', () => {
      assert.deepEqual(
        setup.network
          .sources()
          .filter(({ kind }) => kind === 'unasked')
          .map(({ name }) => name),
        ['search:1'],
      );
    });

    it('finds what is about us and not addressed to us, and says which words found it', async () => {
      says('Wat een herrie in Oostzaan', 4);
      says('De OVER-gemeenten doen niks in Jisp', 3);
      says('In Tuindorp Oostzaan is het stil', 2);
      says('Prachtig weer in Zaandam', 1);
      const { posts } = await search();
      assert.deepEqual(
        posts.map(({ text, account, foundBy }) => [text, account, foundBy]),
        [
          ['Wat een herrie in Oostzaan', null, ['oostzaan']],
          ['De OVER-gemeenten doen niks in Jisp', null, ['organisatie', 'wormerland']],
        ],
      );
    });

    it('knows what is addressed to us after all', async () => {
      says('Hee @gemwormerland, kom eens kijken in Wormer');
      says('mail naar info@GemWormerland.example over Wormer');
      const { posts } = await search();
      assert.deepEqual(
        posts.map(({ account, foundBy }) => [account, foundBy]),
        [
          ['GemWormerland', ['wormerland']],
          [null, ['wormerland']],
        ],
      );
    });

    it('leaves out what we wrote ourselves and what is only passed on', async () => {
      const post = says('Wormer staat blank', 3);
      setup.x.addPost({ author: 'GemOostzaan', text: 'Ook in Oostzaan is het mooi weer' });
      setup.x.addPost({ author: 'ans_neck', text: 'RT Wormer staat blank', retweets: post.id });
      assert.deepEqual(
        (await search()).posts.map(({ id }) => id),
        [post.id],
      );
    });

    it('reads all pages, oldest first, and goes on after its cursor', async () => {
      const ids = Array.from({ length: 230 }, (_, n) => says(`Wormer, dag ${n}`, 300 - n).id);
      const { posts, cursor } = await search();
      assert.deepEqual(
        posts.map(({ id }) => id),
        ids,
      );
      assert.equal(setup.x.requests()[ENDPOINT], 3);
      setup.clock.at += HOUR;
      const late = says('Wormer, laat in de index', 121);
      const next = says('Wormer, nieuw');
      const again = (await search(cursor)).posts.map(({ id }) => id);
      assert.ok(again.includes(late.id) && again.includes(next.id) && again.length < 10, `${again.length} read again`);
    });

    it('begins with the last 24 hours', async () => {
      says('Wormer gisteren', 25 * 60);
      const recent = says('Wormer vannacht', 23 * 60);
      assert.deepEqual(
        (await search()).posts.map(({ id }) => id),
        [recent.id],
      );
    });

    it('tells what may be missing after more than the 7 days that X goes back, and reads the rest', async () => {
      const { cursor } = await search();
      setup.clock.at += 6 * DAY;
      const { problems } = await search(cursor);
      assert.deepEqual(problems, []);
      setup.clock.at += 3 * DAY;
      says('Wormer, lang geleden', 8 * 24 * 60);
      const post = says('Wormer, op tijd', 6 * 24 * 60);
      const batch = await search(cursor);
      assert.deepEqual(
        batch.posts.map(({ id }) => id),
        [post.id],
      );
      assert.match(
        batch.problems.join(),
        /search:1 \(organisatie, oostzaan, wormerland\): X shows only so much; .* and 2026-11-26T10:00.* may be missing/,
      );
      const [gap, ...others] = batch.gaps ?? [];
      assert.deepEqual(others, []);
      assert.deepEqual(gap?.readFor, { kind: 'search', terms: ['organisatie', 'oostzaan', 'wormerland'] });
      assert.equal(gap.until, setup.clock.at - 7 * DAY + HOUR);
      assert.ok(gap.from < gap.until);
      assert.equal(batch.cursor, idAt(setup.clock.at - HOUR));
    });

    it('does not complain of missing posts because nobody wrote anything for weeks', async () => {
      let { cursor } = await search();
      for (let day = 0; day < 20; day += 1) {
        setup.clock.at += DAY;
        const batch = await search(cursor);
        assert.deepEqual(batch.problems, []);
        cursor = batch.cursor;
      }
    });

    it('knows when an author lets only some people reply', async () => {
      const tell = (text: string, repliesClosed: boolean) =>
        setup.x.addPost({ author: 'buurvrouw', text, repliesClosed, at: minutesAgo(setup, 5) });
      tell('Oostzaan is mooi', false);
      tell('Oostzaan is stil', true);
      const { posts } = await search();
      assert.deepEqual(
        posts.map(({ limited }) => limited),
        [undefined, true],
      );
    });

    it('is asked in turns by our accounts, and waits for its own limit', async () => {
      await setup.x.close();
      const words = Array.from({ length: 45 }, (_, n) => `straatnaam${n}`);
      const watch = [{ ...settings.watch[0]!, any: words }];
      setup = await setUpX({ spelling, limits: { [ENDPOINT]: 1 } }, { watch });
      const searches = setup.network.sources().filter(({ name }) => name.startsWith('search:'));
      assert.equal(searches.length, 2);
      for (const source of searches) assert.equal((await setup.network.read(source, '')).outcome, 'read');
      assert.deepEqual(
        setup.x.calls().flatMap(({ endpoint, account }) => (endpoint === ENDPOINT ? [account] : [])),
        ['GemOostzaan', 'GemWormerland'],
      );
      setup.clock.at += 5 * MINUTE;
      const read = await setup.network.read(searches[0]!, '');
      assert.ok(read.outcome === 'later');
      assert.equal(read.at, setup.clock.at + 10 * MINUTE + SECOND);
    });

    it('starts in spite of a word that X cannot be asked, and says so', async () => {
      await setup.x.close();
      const watch = [...settings.watch, { ...settings.watch[0]!, name: 'te lang', any: ['x'.repeat(600)] }];
      setup = await setUpX({ spelling }, { watch });
      assert.match(setup.lines.join(), /watch te lang: X cannot search for/);
      says('Wat een herrie in Oostzaan');
      assert.equal((await search()).posts.length, 1);
    });

    it('passes over what is to be listened for elsewhere', async () => {
      await setup.x.close();
      setup = await setUpX({ spelling }, { watch: settings.watch.map((term) => ({ ...term, network: 'mastodon' })) });
      assert.ok(setup.network.sources().every(({ kind }) => kind !== 'unasked'));
    });

    it('loses nothing when a page fails', async () => {
      const ids = Array.from({ length: 150 }, (_, n) => says(`Wormer, dag ${n}`, 200 - n).id);
      setup.x.fault({ match: ENDPOINT, kind: '503', skip: 1 });
      await assert.rejects(search(), Fault);
      assert.equal((await search()).posts.length, ids.length);
    });

    it('gives what stands around a post', async () => {
      const { id: parent } = setup.x.addPost({
        author: 'ans_neck',
        text: 'Brug <dicht> & open?',
        at: minutesAgo(setup, 9),
      });
      const { id: quoted } = setup.x.addPost({
        author: 'weg',
        text: 'Storing',
        at: minutesAgo(setup, 8),
        hideAuthor: true,
      });
      const photos = [
        { url: 'https://pbs.twimg.com/media/a.jpg', alt: 'De brug' },
        { url: 'https://evil.example/a.jpg' },
        { url: 'http://pbs.twimg.com/media/b.jpg' },
        ...[1, 2, 3, 4].map((n) => ({ url: `https://pbs.twimg.com/media/${n}.jpg` })),
      ];
      says('Wormer köprü kapalı', 2, { inReplyTo: parent, quotes: quoted, photos, language: 'tr' });
      says('Wormer, gewoon', 1);
      const { posts } = await search();
      assert.deepEqual(posts[0]?.surroundings, {
        repliedTo: { id: parent, handle: 'ans_neck', text: 'Brug <dicht> & open?' },
        quoted: { id: quoted, handle: null, text: 'Storing' },
        photos: [
          { url: 'https://pbs.twimg.com/media/a.jpg?name=small', alt: 'De brug' },
          { url: 'https://pbs.twimg.com/media/1.jpg?name=small', alt: null },
          { url: 'https://pbs.twimg.com/media/2.jpg?name=small', alt: null },
          { url: 'https://pbs.twimg.com/media/3.jpg?name=small', alt: null },
        ],
        language: 'tr',
      });
      assert.equal(posts[1]?.surroundings, undefined);
    });

    for (const language of ['nl', 'und', 'zxx', 'qme', 'qht'])
      it(`names no language for ${language}`, async () => {
        says('Wormer', 1, { language });
        assert.equal((await search()).posts[0]?.surroundings, undefined);
      });
  });
}
