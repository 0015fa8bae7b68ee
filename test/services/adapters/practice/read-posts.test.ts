import assert from 'node:assert/strict';
import { appendFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../../../../services/ports/fault.ts';
import { NOW, post, practiceFolder, type PracticeFolderFixture, readAll } from './practice-folder.ts';

describe('Reading practice posts', () => {
  let practice: PracticeFolderFixture;
  beforeEach(async () => {
    practice = await practiceFolder();
  });
  afterEach(() => practice.discard());
  const ids = async (cursor = ''): Promise<string[]> =>
    (await readAll(practice.network(), cursor)).posts.map((found) => found.id);
  const posts = (): string => join(practice.folder, 'posts.jsonl');

  it('a file that does not exist yet is empty', async () => {
    const batch = await readAll(practice.network());
    assert.deepEqual([batch.posts, batch.problems], [[], []]);
  });

  it('gives a post in our own words', async () => {
    await practice.write(post('a', { at: '2026-11-24T08:00:00+01:00', text: 'Hoi @gemoostzaan!' }));
    const batch = await readAll(practice.network());
    assert.deepEqual(batch.posts, [
      {
        network: 'practice',
        id: 'a',
        thread: 'a',
        author: { id: 'lotte_vaart', handle: 'Lotte_vaart', name: 'Lotte' },
        text: 'Hoi @gemoostzaan!',
        postedAt: Date.parse('2026-11-24T07:00:00Z'),
        account: 'GemOostzaan',
        inReplyTo: null,
        link: null,
        foundBy: [],
      },
    ]);
  });

  it('a post without a time is from now, one that names nobody of ours was found unasked', async () => {
    await practice.write(post('a'), post('b', { account: 'GemZaanstad', text: 'mail gem@GemOostzaan.example' }));
    const { posts: found } = await readAll(practice.network());
    assert.deepEqual(
      found.map((one) => [one.postedAt, one.account]),
      [
        [NOW, null],
        [NOW, null],
      ],
    );
  });

  it('the account of the line goes before the one in the text', async () => {
    await practice.write(post('a', { account: '@gemwormerland', text: '@GemOostzaan en @GemWormerland' }));
    assert.equal((await readAll(practice.network())).posts[0]?.account, 'GemWormerland');
  });

  it('takes in what was appended since, and nothing twice', async () => {
    await practice.write(post('a'));
    const first = await readAll(practice.network());
    assert.deepEqual(await ids(first.cursor), []);
    await practice.write(post('b'), post('c'));
    assert.deepEqual(await ids(first.cursor), ['b', 'c']);
  });

  it('leaves a last line without a newline for the next turn', async () => {
    await practice.write(post('a'));
    const line = JSON.stringify(post('half'));
    await appendFile(posts(), line.slice(0, 20));
    const first = await readAll(practice.network());
    assert.deepEqual([first.posts.length, first.problems], [1, []]);
    await appendFile(posts(), `${line.slice(20)}\r\n`);
    assert.deepEqual(await ids(first.cursor), ['half']);
  });

  it('starts again when the file became shorter, was replaced by one of the same length, or came back', async () => {
    await practice.write(post('a'), post('b'));
    const { cursor } = await readAll(practice.network());
    await writeFile(posts(), `${JSON.stringify(post('c'))}\n`);
    assert.deepEqual(await ids(cursor), ['c']);
    await writeFile(posts(), [post('d'), post('e')].map((line) => `${JSON.stringify(line)}\n`).join(''));
    assert.deepEqual(await ids(cursor), ['d', 'e']);
    await rm(posts());
    assert.deepEqual(await ids(cursor), []);
  });

  it('a cursor of an unknown form starts again', async () => {
    await practice.write(post('a'));
    assert.deepEqual(await ids('17'), ['a']);
  });

  it('reports broken lines with their number, without quoting them, and reads the rest', async () => {
    await practice.write(post('a'), '{"id": "geheim', '', post('b', { author: { handle: 'geheim' } }), '["geheim"]');
    const { cursor } = await readAll(practice.network());
    await practice.write(post('c', { at: 'gisteren' }), post('d'));
    const batch = await readAll(practice.network());
    assert.deepEqual(
      batch.posts.map((found) => found.id),
      ['a', 'd'],
    );
    assert.match(
      batch.problems.join('\n'),
      /^posts.jsonl line 2: not valid JSON.*\n.*line 4: author.name: .*\n.*line 5: /,
    );
    assert.doesNotMatch(batch.problems.join(), /geheim/);
    assert.match((await readAll(practice.network(), cursor)).problems.join(), /^posts.jsonl line 6: at: /);
  });

  it('refuses lines over 64 KB, even of a megabyte, and lines that are no UTF-8', async () => {
    await practice.write(post('a', { x: 'é'.repeat(40_000) }), post('b', { x: 'y'.repeat(1_200_000) }), post('c'));
    await appendFile(posts(), Buffer.from([0x7b, 0xff, 0xfe, 0x0a]));
    await practice.write(post('d'));
    const batch = await readAll(practice.network());
    assert.deepEqual(
      batch.posts.map((found) => found.id),
      ['c', 'd'],
    );
    assert.deepEqual(batch.problems, [
      'posts.jsonl line 1: longer than 64 KB; the line was skipped',
      'posts.jsonl line 2: longer than 64 KB; the line was skipped',
      'posts.jsonl line 4: not UTF-8; the line was skipped',
    ]);
  });

  it('reads thousands of lines in several turns, each once and in order', async () => {
    const wanted = Array.from({ length: 5_000 }, (_, index) => `p${index}`);
    await practice.write(...wanted.map((id) => post(id)));
    assert.deepEqual(await ids(), wanted);
  });

  it('leaves out posts by our own accounts', async () => {
    await practice.write(post('a', { author: { handle: 'gemoostzaan', name: 'Gemeente' } }), post('b'));
    assert.deepEqual(await ids(), ['b']);
  });

  it('the thread is the first post of the chain, over our own reply too, also after a restart', async () => {
    await practice.write(post('a'));
    const placed = await practice
      .network()
      .place({ account: 'GemOostzaan', inReplyTo: 'a', text: 'Om half negen. ^AB' });
    assert.equal(placed.outcome, 'placed');
    const reply = placed.placed.id;
    await practice.write(
      post('b', { inReplyTo: reply }),
      post('c', { inReplyTo: 'b' }),
      post('d', { inReplyTo: 'weg' }),
    );
    const { posts: found } = await readAll(practice.network());
    assert.deepEqual(
      found.map((one) => one.thread),
      ['a', 'a', 'a', 'weg'],
    );
  });

  it('posts that answer each other in a circle do not hang it', async () => {
    await practice.write(post('a', { inReplyTo: 'b' }), post('b', { inReplyTo: 'a' }));
    assert.deepEqual(await ids(), ['a', 'b']);
  });

  it('a folder that cannot be read is a fault', async () => {
    await practice.write(post('a'));
    const noFolder = practice.network(posts());
    await assert.rejects(noFolder.read(noFolder.sources()[0]!, ''), Fault);
  });
});
