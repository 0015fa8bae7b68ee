import assert from 'node:assert/strict';
import { HOUR, type Instant } from '../../services/domain/instant.ts';
import { type Post } from '../../services/domain/post.ts';
import { type Network, type Placed, type Reply } from '../../services/ports/network.ts';
import { readSources } from './read-sources.ts';

/** A network with a hand on its other side: where citizens write. Fresh and without posts for every test. */
export interface NetworkUnderTest {
  readonly network: Network;
  /** A second adapter on the same network, as after a restart. */
  open(): Network;
  /** A handle of ours: every post of a citizen names it, and replies are placed from it. */
  readonly account: string;
  now(): Instant;
  /** A citizen writes to `account`; gives the network's id of the post. Posts come in the order of these calls. */
  citizenPosts(post: { readonly handle: string; readonly text: string; readonly inReplyTo?: string }): Promise<string>;
  /** The citizen changes the words of a post, and takes one away. */
  citizenEdits(id: string, text: string): Promise<void>;
  citizenDeletes(id: string): Promise<void>;
  /** The texts of ours that stand on the network as replies to this post, exactly as sent. */
  standing(inReplyTo: string | null): Promise<readonly string[]>;
  /** A citizen writes to `account` alone; gives the network's id of the message. */
  citizenWrites(handle: string, text: string): Promise<string>;
  /** The private messages of ours to this citizen, exactly as sent. */
  sent(handle: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

const HOSTILE =
  'Zie [dit](http://evil.example) **nu** ${naam} <at>Anna</at> &amp; 1 < 2 > 0 👨‍👩‍👧 \u202Eomgekeerd <script>';

/** What every adapter of the port `Network` promises. Run it in a `describe` of the adapter's own. */
export function networkContract(create: () => Promise<NetworkUnderTest>): void {
  let tested: NetworkUnderTest;
  beforeEach(async () => {
    tested = await create();
  });
  afterEach(() => tested.close());

  const readAll = (cursors: Map<string, string>, network = tested.network): Promise<Post[]> =>
    readSources(network, cursors);
  const ask = (text: string, handle = 'jan_wormer'): Promise<string> =>
    tested.citizenPosts({ handle, text: `@${tested.account} ${text}` });
  const replyTo = (inReplyTo: string, text: string): Reply => ({ account: tested.account, inReplyTo, text });
  async function place(reply: Reply): Promise<Placed> {
    const placing = await tested.network.place(reply);
    assert.ok(placing.outcome === 'placed', `expected it placed, got ${JSON.stringify(placing)}`);
    return placing.placed;
  }

  it('has a name, a time limit and sources with names of their own', () => {
    const names = tested.network.sources().map(({ name }) => name);
    assert.match(tested.network.name, /^[a-z]+$/);
    assert.ok(tested.network.timeout > 0);
    assert.ok(names.length > 0);
    assert.equal(new Set(names).size, names.length);
    assert.deepEqual(
      tested.network.sources().map(({ name }) => name),
      names,
    );
  });

  it('gives a post with all that is known of it', async () => {
    const text = `@${tested.account} wanneer komt het grofvuil?`;
    const id = await tested.citizenPosts({ handle: 'jan_wormer', text });
    const [post, ...others] = await readAll(new Map());
    assert.deepEqual(others, []);
    assert.ok(post);
    assert.equal(post.network, tested.network.name);
    assert.equal(post.id, id);
    assert.equal(post.thread, id);
    assert.equal(post.author.handle, 'jan_wormer');
    assert.notEqual(post.author.id, '');
    assert.equal(post.text, text);
    assert.equal(post.account, tested.account);
    assert.equal(post.inReplyTo, null);
    assert.ok(Math.abs(post.postedAt - tested.now()) < HOUR, 'postedAt is a moment in milliseconds');
    if (post.link !== null) assert.match(post.link, /^https:\/\//);
  });

  it('gives a hostile text to the letter', async () => {
    await ask(HOSTILE);
    assert.deepEqual(
      (await readAll(new Map())).map(({ text }) => text),
      [`@${tested.account} ${HOSTILE}`],
    );
  });

  it('gives posts oldest first', async () => {
    const ids = [await ask('een'), await ask('twee', 'ans_neck'), await ask('drie', 'piet_jisp')];
    assert.deepEqual(
      (await readAll(new Map())).map(({ id }) => id),
      ids,
    );
  });

  it('gives every one of 250 posts', async () => {
    const ids: string[] = [];
    for (let n = 1; n <= 250; n += 1) ids.push(await ask(`melding ${n}`));
    const read = new Set((await readAll(new Map())).map(({ id }) => id));
    assert.deepEqual([...read].sort(), ids.sort());
  });

  it('gives the same posts again as long as the cursor is not saved', async () => {
    const id = await ask('blijft dit?');
    await readAll(new Map());
    assert.deepEqual(
      (await readAll(new Map())).map((post) => post.id),
      [id],
    );
  });

  it('goes on after a saved cursor, in an adapter that was started anew too', async () => {
    const cursors = new Map<string, string>();
    await readAll(cursors);
    const first = await ask('een');
    assert.ok((await readAll(cursors)).some(({ id }) => id === first));
    const second = await ask('twee');
    assert.ok((await readAll(cursors, tested.open())).some(({ id }) => id === second));
  });

  it('places a reply once, to the letter, and finds it by account, parent and text', async () => {
    const id = await ask('waar kan ik dit melden?');
    const since = tested.now();
    const reply = replyTo(id, 'Dat kan via gemeente.example/melden & bij de balie: cafe\u0301 <1e> etage. ^AB');
    assert.equal(await tested.network.findPlaced(reply, since), null);
    const placed = await place(reply);
    assert.notEqual(placed.id, '');
    assert.ok(Math.abs(placed.at - tested.now()) < HOUR);
    assert.deepEqual(
      (await tested.standing(id)).map((text) => text.normalize('NFC')),
      [reply.text.normalize('NFC')],
    );
    const found = await tested.network.findPlaced(reply, since);
    assert.equal(found?.id, placed.id);
    assert.equal(found.link, placed.link);
  });

  it('does not take another text or another parent for the reply', async () => {
    const [one, other] = [await ask('een'), await ask('twee', 'ans_neck')];
    const since = tested.now();
    await place(replyTo(one, 'Morgen weer open. ^AB'));
    assert.equal(await tested.network.findPlaced(replyTo(one, 'Morgen weer dicht. ^AB'), since), null);
    assert.equal(await tested.network.findPlaced(replyTo(other, 'Morgen weer open. ^AB'), since), null);
  });

  it('takes the handle of our account with any capitals', async () => {
    const id = await ask('hallo?');
    await place({ ...replyTo(id, 'Goedemorgen! ^AB'), account: tested.account.toUpperCase() });
    assert.deepEqual(await tested.standing(id), ['Goedemorgen! ^AB']);
  });

  it('refuses a text that is too long, and places nothing', async () => {
    const id = await ask('leg eens uit');
    const placing = await tested.network.place(replyTo(id, `${'lang '.repeat(60)}^AB`));
    assert.ok(placing.outcome === 'refused', JSON.stringify(placing));
    assert.equal(placing.reason, 'too-long');
    assert.deepEqual(await tested.standing(id), []);
  });

  it('never gives our own reply back as a post, and the reaction to it in the same thread', async () => {
    const id = await ask('waarom?');
    const placed = await place(replyTo(id, `Daarom, groet van @${tested.account} ^AB`));
    const reaction = await tested.citizenPosts({
      handle: 'jan_wormer',
      text: `@${tested.account} dat snap ik niet`,
      inReplyTo: placed.id,
    });
    const posts = await readAll(new Map());
    assert.deepEqual(
      posts.map((post) => post.id),
      [id, reaction],
    );
    assert.equal(posts[1]?.thread, id);
    assert.equal(posts[1].inReplyTo, placed.id);
  });

  it('gives a post that was edited again, under its own id, as a later edition', async () => {
    const cursors = new Map<string, string>();
    const id = await ask('wanneer komt het papier?');
    assert.equal((await readAll(cursors))[0]?.edition ?? 0, 0);
    await tested.citizenEdits(id, `@${tested.account} wanneer komt het glas?`);
    const [post, ...others] = (await readAll(cursors)).filter((one) => (one.edition ?? 0) > 0);
    assert.deepEqual(others, []);
    assert.equal(post?.id, id);
    assert.equal(post.thread, id);
    assert.equal(post.text, `@${tested.account} wanneer komt het glas?`);
  });

  it('tells what became of posts: there, with the newest words, or gone', async () => {
    const [kept, edited, deleted] = [await ask('een'), await ask(HOSTILE), await ask('drie')];
    const checked = async (ids: readonly string[], network = tested.network) => {
      const outcome = await network.recheck(ids);
      assert.ok(outcome.outcome === 'checked', JSON.stringify(outcome));
      return outcome.posts;
    };
    assert.deepEqual(
      [...(await checked([deleted])).values()].map(({ state }) => state),
      ['there'],
    );
    await tested.citizenEdits(edited, `@${tested.account} ${HOSTILE} nu`);
    await tested.citizenEdits(edited, `@${tested.account} ${HOSTILE} straks`);
    await tested.citizenDeletes(deleted);
    const posts = await checked([kept, deleted, edited, kept], tested.open());
    assert.deepEqual(posts.get(kept), { state: 'there', text: `@${tested.account} een`, edition: 0 });
    assert.deepEqual(posts.get(deleted), { state: 'gone' });
    const now = posts.get(edited);
    assert.ok(now?.state === 'there' && now.edition > 0, JSON.stringify(now));
    assert.equal(now.text, `@${tested.account} ${HOSTILE} straks`);
    const read = (await readAll(new Map())).filter(({ id }) => id === edited).at(-1);
    assert.equal(read?.edition, now.edition, 'reading and looking again agree on the edition');
  });

  it('says of a post that it never had no more than that it does not know, or that it is gone', async () => {
    const outcome = await tested.network.recheck(['1234567890', 'geen id']);
    assert.ok(outcome.outcome === 'checked');
    assert.deepEqual([...outcome.posts.keys()], ['1234567890', 'geen id']);
    assert.ok([...outcome.posts.values()].every(({ state }) => state !== 'there'));
  });

  it('gives 100 posts again in one question', async () => {
    const ids: string[] = [];
    for (let n = 1; n <= 100; n += 1) ids.push(await ask(`melding ${n}`));
    const outcome = await tested.network.recheck(ids);
    assert.ok(outcome.outcome === 'checked');
    assert.ok([...outcome.posts.values()].every(({ state }) => state === 'there'));
    assert.equal(outcome.posts.size, 100);
  });

  it('does not read a deleted post again', async () => {
    const id = await ask('per ongeluk');
    await tested.citizenDeletes(id);
    assert.deepEqual(await readAll(new Map()), []);
    const placing = await tested.network.recheck([id]);
    assert.ok(placing.outcome === 'checked' && placing.posts.get(id)?.state === 'gone');
  });

  it('places an own post, that answers nothing, and finds it again apart from a reply in the same words', async () => {
    const since = tested.now();
    const own: Reply = { account: tested.account, inReplyTo: null, text: 'Code geel: zet je kliko vast vanavond.' };
    const under = replyTo(await ask('waait het?'), own.text);
    assert.equal(await tested.network.findPlaced(own, since), null);
    const reply = await place(under);
    assert.equal(await tested.network.findPlaced(own, since), null, 'a reply is no own post');
    const placed = await place(own);
    assert.notEqual(placed.id, reply.id);
    assert.deepEqual(await tested.standing(null), [own.text]);
    assert.equal((await tested.open().findPlaced(own, since))?.id, placed.id);
    assert.equal((await tested.network.findPlaced(under, since))?.id, reply.id);
    const reaction = await tested.citizenPosts({
      handle: 'jan_wormer',
      text: `@${tested.account} dank`,
      inReplyTo: placed.id,
    });
    const read = (await readAll(new Map())).find(({ id }) => id === reaction);
    assert.equal(read?.thread, placed.id, 'what is said under it is in its thread');
    assert.deepEqual(await tested.network.remove(tested.account, placed.id), { outcome: 'removed' });
    assert.deepEqual(await tested.standing(null), []);
  });

  it('takes a reply off the network; twice does no harm', async () => {
    const id = await ask('klopt dit?');
    const since = tested.now();
    const reply = replyTo(id, 'Nee, excuus. ^AB');
    const placed = await place(reply);
    assert.deepEqual(await tested.network.remove(tested.account, placed.id), { outcome: 'removed' });
    assert.deepEqual(await tested.standing(id), []);
    assert.equal(await tested.network.findPlaced(reply, since), null);
    assert.deepEqual(await tested.network.remove(tested.account, placed.id), { outcome: 'absent' });
  });
}
