import assert from 'node:assert/strict';
import { HOUR } from '../../services/domain/instant.ts';
import { type Post } from '../../services/domain/post.ts';
import { type Reply } from '../../services/ports/network.ts';
import { type NetworkUnderTest } from './network-contract.ts';
import { readSources } from './read-sources.ts';

const HOSTILE = 'Zie [dit](http://evil.example) **nu** ${naam} <at>Anna</at> &amp; 1 < 2 > 0 👨‍👩‍👧 <script>';

/** What every adapter promises of messages between one citizen and us. Run it in a `describe` of the adapter's own. */
export function privateMessagesContract(create: () => Promise<NetworkUnderTest>): void {
  describe('private messages', () => {
    let tested: NetworkUnderTest;
    beforeEach(async () => {
      tested = await create();
    });
    afterEach(() => tested.close());

    const readAll = (cursors: Map<string, string>, network = tested.network): Promise<Post[]> =>
      readSources(network, cursors);
    const replyTo = ({ id, author }: Post, text: string): Reply => ({
      account: tested.account,
      inReplyTo: id,
      text,
      privateTo: author.id,
    });

    it('come in marked as such, to the letter, with who wrote them and to which account', async () => {
      const id = await tested.citizenWrites('jan_wormer', HOSTILE);
      const [post, ...others] = await readAll(new Map());
      assert.deepEqual(others, []);
      assert.ok(post);
      assert.deepEqual(
        [post.id, post.private, post.author.handle, post.account, post.text],
        [id, true, 'jan_wormer', tested.account, HOSTILE],
      );
      assert.match(post.thread, /^dm:/);
      assert.ok(Math.abs(post.postedAt - tested.now()) < HOUR);
      if (post.link !== null) assert.match(post.link, /^https:\/\//);
    });

    it('are of the same person as what that person posts', async () => {
      await tested.citizenPosts({ handle: 'jan_wormer', text: `@${tested.account} hallo?` });
      await tested.citizenWrites('jan_wormer', 'en nu onder ons');
      const authors = (await readAll(new Map())).map(({ author }) => author.id);
      assert.equal(authors.length, 2);
      assert.equal(new Set(authors).size, 1);
    });

    it('all come in, oldest first, and not again after a saved cursor, also after a restart', async () => {
      const cursors = new Map<string, string>();
      const ids: string[] = [];
      for (let n = 1; n <= 45; n += 1) ids.push(await tested.citizenWrites(`burger_${n % 3}`, `bericht ${n}`));
      assert.deepEqual(
        (await readAll(cursors)).map(({ id }) => id),
        ids,
      );
      const next = await tested.citizenWrites('burger_1', 'en nog iets');
      assert.deepEqual(
        (await readAll(cursors, tested.open())).map(({ id }) => id),
        [next],
      );
    });

    it('of ours are sent once, to the letter, found by account, person and text, and do not come in again', async () => {
      await tested.citizenWrites('jan_wormer', 'mag ik iets vragen?');
      const cursors = new Map<string, string>();
      const [post] = await readAll(cursors);
      assert.ok(post);
      const since = tested.now();
      const reply = replyTo(post, `Natuurlijk & graag: ${'heel '.repeat(100)}lang <mag>. ^AB`);
      assert.equal(await tested.network.findPlaced(reply, since), null);
      const placing = await tested.network.place(reply);
      assert.ok(placing.outcome === 'placed', JSON.stringify(placing));
      assert.deepEqual(await tested.sent('jan_wormer'), [reply.text]);
      const found = await tested.network.findPlaced(reply, since);
      assert.equal(found?.id, placing.placed.id);
      assert.equal(await tested.network.findPlaced({ ...reply, text: 'Iets anders. ^AB' }, since), null);
      assert.deepEqual(await readAll(cursors), []);
    });

    it('answer a public post too, and leave nothing under it', async () => {
      const id = await tested.citizenPosts({ handle: 'jan_wormer', text: `@${tested.account} bel me` });
      const [post] = await readAll(new Map());
      assert.ok(post);
      const placing = await tested.network.place(replyTo(post, 'Dat doen we. ^AB'));
      assert.equal(placing.outcome, 'placed');
      assert.deepEqual(await tested.standing(id), []);
      assert.deepEqual(await tested.sent('jan_wormer'), ['Dat doen we. ^AB']);
    });
  });
}
