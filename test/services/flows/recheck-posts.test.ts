import assert from 'node:assert/strict';
import { DAY, HOUR, MINUTE, SECOND } from '../../../services/domain/instant.ts';
import { recheckPosts } from '../../../services/flows/recheck-posts.ts';
import { Fault } from '../../../services/ports/fault.ts';
import { settings } from '../../support/dialogue-facts.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

const SECRET = 'geheimzinnig';
const QUESTION = `@GemWormerland Wanneer komt het ${SECRET}e grofvuil?`;
const UNDO = settings.instruction.undo;

/** A night later, all that follows from a look at the posts is done. */
async function night(world: TestWorld): Promise<Awaited<ReturnType<typeof recheckPosts>>> {
  world.advance(17 * HOUR);
  const round = await recheckPosts(world.bot.world, world.bot.world.networks.get('x')!);
  await world.settleAll();
  return round;
}

/** Everything that is stored of a dialogue, and all that stands in Teams of it. */
async function everything(world: TestWorld, id: string): Promise<string> {
  const { stored, shown, announcements } = await world.settled(id);
  const history = await world.outside.store.history(id);
  const messages = world.outside.channel.messages.filter(({ removed }) => !removed);
  const views = messages.map(({ views, announcement }) => [views.at(-1)?.posts, announcement]);
  return JSON.stringify([stored.dialogue, [...stored.texts], shown, announcements, history, views]);
}

describe('Looking stored posts up again', () => {
  it('takes away the words of a deleted post, in storage and from every message', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    const [post] = world.outside.network.posts;
    await world.does(id, 'Bram', { type: 'claim' });
    const more = await world.writes(`@GemWormerland En nog iets ${SECRET}s`, { inReplyTo: post!.id });
    assert.equal(more, id);
    assert.deepEqual(world.posted(), ['root', 'work', 'citizen-wrote']);
    assert.match(await everything(world, id), new RegExp(SECRET));
    for (const { id: one } of world.outside.network.posts) world.outside.network.deletes(one);
    const round = await night(world);
    assert.deepEqual([round?.checked, round?.gone, round?.edited, round?.unknown], [2, 2, 0, 0]);
    assert.doesNotMatch(await everything(world, id), new RegExp(SECRET));
    assert.equal((await world.head(id)).due, null);
    assert.deepEqual(world.posted(), ['root', 'work', 'citizen-wrote', 'citizen-deleted']);
  });

  it('shows an edited post in its newest words, in the line too, and keeps those it had', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    const [post] = world.outside.network.posts;
    world.outside.network.edit(post!.id, '@GemWormerland Laat maar, of toch?');
    assert.equal((await night(world))?.edited, 1);
    const { texts, dialogue } = (await world.settled(id)).stored;
    assert.equal(texts.get(post!.id), '@GemWormerland Laat maar, of toch?');
    assert.equal(texts.get(`${post!.id}/was/1`), QUESTION);
    assert.equal(dialogue.posts[0]?.edition, 1);
    await world.bot.poll();
    assert.equal((await world.head(id)).version, dialogue.version, 'reading it as well is no second edit');
  });

  it('is done once a night, and leaves a network alone that says nothing', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    assert.equal((await night(world))?.checked, 1);
    world.advance(HOUR);
    assert.equal(await recheckPosts(world.bot.world, world.bot.world.networks.get('x')!), null);
    assert.equal(world.meddler.calls('network.recheck'), 1);
    world.advance(7 * HOUR);
    world.meddler.once('network', 'recheck', (_, posts) =>
      Promise.resolve({ outcome: 'checked', posts: new Map(posts.map((one) => [one, { state: 'unknown' } as const])) }),
    );
    assert.equal((await night(world))?.unknown, 1);
    assert.deepEqual(
      (await world.course(id)).filter((type) => type !== 'becameLate'),
      ['opened'],
    );
  });

  it('waits when the network asks to, and goes on where it was after a crash, in another instance', async () => {
    const world = createWorld();
    const ids = [];
    for (let n = 0; n < 120; n += 1) ids.push(await world.writes(`@GemWormerland vraag ${n}?`, { handle: `b${n}` }));
    for (const { id } of world.outside.network.posts) world.outside.network.deletes(id);
    const until = world.now + 17 * HOUR + 5 * MINUTE;
    world.meddler.once('network', 'recheck', (recheck) => recheck());
    world.meddler.once('network', 'recheck', () => Promise.resolve({ outcome: 'later', at: until, detail: 'limit' }));
    assert.equal(await night(world), null);
    assert.equal(await recheckPosts(world.bot.world, world.bot.world.networks.get('x')!), null);
    assert.equal(world.meddler.calls('network.recheck'), 2, 'it was asked before its time');
    world.advance(5 * MINUTE);
    world.meddler.once('network', 'recheck', () => Promise.reject(new Fault('network', 'unreachable')));
    await assert.rejects(recheckPosts(world.bot.world, world.bot.world.networks.get('x')!), Fault);
    const other = world.restart();
    world.advance(3 * MINUTE);
    const round = await recheckPosts(other.world, other.world.networks.get('x')!);
    assert.deepEqual([round?.checked, round?.gone], [120, 120]);
    const heads = await Promise.all(ids.map((id) => world.head(id)));
    assert.ok(heads.every(({ posts }) => posts.every(({ gone }) => gone !== undefined)));
  });

  it('goes back 30 days, to posts that came into an older dialogue too', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    const [first] = world.outside.network.posts;
    world.advance(40 * DAY);
    await world.writes('@GemWormerland En nu?', { inReplyTo: first!.id });
    assert.equal((await night(world))?.checked, 1);
    assert.equal((await world.head(id)).posts.length, 2);
  });
});

describe('Before a reply is placed', () => {
  async function frozen(): Promise<{ world: TestWorld; id: string; post: string }> {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    await world.does(id, 'Bram', { type: 'claim' });
    await world.does(id, 'Bram', { type: 'place', text: 'Dinsdag, Jan.' });
    return { world, id, post: world.outside.network.posts[0]!.id };
  }
  async function passes(world: TestWorld): Promise<void> {
    world.advance(UNDO);
    await world.settleAll();
  }

  it('the post is looked up, with one question and nothing more to store', async () => {
    const { world } = await frozen();
    const loads = world.meddler.calls('store.load');
    const commits = world.meddler.calls('store.commit');
    await passes(world);
    assert.equal(world.meddler.calls('network.recheck'), 1);
    assert.equal(world.meddler.calls('store.commit') - commits, 2, 'the attempt and the receipt');
    assert.ok(world.meddler.calls('store.load') - loads <= 4);
    assert.equal(world.outside.network.placed.length, 1);
  });

  it('a deleted post brings the text back, and nothing is sent', async () => {
    const { world, id, post } = await frozen();
    world.outside.network.deletes(post);
    await passes(world);
    assert.equal(world.meddler.calls('network.place'), 0);
    const { stage } = await world.head(id);
    assert.ok(stage.name === 'drafted' && stage.hitch?.reason === 'post-deleted');
    assert.doesNotMatch(await everything(world, id), new RegExp(SECRET));
  });

  it('an edited post brings the text back to be read again', async () => {
    const { world, id, post } = await frozen();
    world.outside.network.edit(post, '@GemWormerland Laat maar, of toch?');
    await passes(world);
    assert.equal(world.meddler.calls('network.place'), 0);
    const { stage } = await world.head(id);
    assert.ok(stage.name === 'drafted' && stage.hitch?.why === 'overtaken');
    await world.does(id, 'Bram', { type: 'retry' });
    await passes(world);
    assert.equal(world.outside.network.placed.length, 1);
  });

  it('a network that cannot say what became of it is no reason not to place', async () => {
    for (const trouble of ['fault', 'later', 'unknown'] as const) {
      const { world } = await frozen();
      world.meddler.once('network', 'recheck', (_, [post]) => {
        if (trouble === 'fault') return Promise.reject(new Fault('network', 'unreachable'));
        if (trouble === 'later') return Promise.resolve({ outcome: 'later', at: world.now + SECOND, detail: '' });
        return Promise.resolve({ outcome: 'checked', posts: new Map([[post!, { state: 'unknown' } as const]]) });
      });
      await passes(world);
      assert.equal(world.outside.network.placed.length, 1, trouble);
    }
  });

  it('goes back on X as many days as the settings say, and asks nothing with 0', async () => {
    const world = createWorld();
    await world.writes(QUESTION);
    world.advance(2 * DAY);
    await world.writes(QUESTION, { handle: 'ans_neck' });
    const [bot] = [world.bot.world];
    const within = (recheck: number) => {
      const limited = { ...bot, settings: { ...settings, x: { ...settings.x, recheck } } };
      return recheckPosts(limited, bot.networks.get('x')!);
    };
    assert.equal(await within(0), null);
    assert.equal((await within(1))?.checked, 1);
    world.advance(DAY);
    assert.equal((await within(5))?.checked, 2);
  });
});
