import assert from 'node:assert/strict';
import { MINUTE, SECOND } from '../../../services/domain/instant.ts';
import { dialogueOf } from '../../../services/flows/dialogue-of.ts';
import { Fault } from '../../../services/ports/fault.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

const CURSOR = 'poll:x:mentions';

/** The saved cursor; the memory network counts the posts that were read. */
async function cursor(world: TestWorld): Promise<number> {
  world.advance(2 * MINUTE);
  const lease = await world.outside.leases.acquire(CURSOR, 'the test', 1);
  world.advance(SECOND);
  return Number(lease?.value);
}

async function stored(world: TestWorld): Promise<readonly boolean[]> {
  const loads = world.outside.network.posts.map(async (post) => {
    const found = await world.outside.store.load(dialogueOf(world.bot.world, post));
    return found?.dialogue.posts.some(({ id }) => id === post.id) === true;
  });
  return Promise.all(loads);
}

function write(world: TestWorld, count: number): void {
  for (let n = 0; n < count; n += 1)
    world.outside.network.write({ handle: `burger_${n}`, text: `@GemWormerland vraag ${n}?` });
}

describe('Taking in posts', () => {
  it('reads on until the source is caught up', async () => {
    const world = createWorld({ batch: 3 });
    write(world, 8);
    assert.deepEqual(await world.bot.poll(), [
      { source: 'mentions', posts: 8, fresh: 8, problems: [], waitUntil: null },
    ]);
    assert.ok((await stored(world)).every(Boolean));
    assert.equal(await cursor(world), 8);
  });

  it('never moves the cursor ahead of the posts that are stored, and loses none and doubles none', async () => {
    const world = createWorld({ batch: 4 });
    write(world, 10);
    for (let n = 0; n < 6; n += 1) world.meddler.once('store', 'commit', (commit) => commit());
    world.meddler.once('store', 'commit', () => Promise.reject(new Fault('tables', 'unreachable')));
    await assert.rejects(world.bot.poll(), Fault);
    assert.deepEqual(await stored(world), [true, true, true, true, true, true, false, false, false, false]);
    assert.equal(await cursor(world), 4);
    await world.bot.poll();
    assert.ok((await stored(world)).every(Boolean));
    for (const post of world.outside.network.posts)
      assert.deepEqual(await world.course(dialogueOf(world.bot.world, post)), ['opened']);
    assert.equal(await cursor(world), 10);
  });

  it('is left to the other instance that does it', async () => {
    const world = createWorld();
    write(world, 1);
    const other = world.start();
    await other.poll();
    assert.deepEqual(await world.bot.poll(), [null]);
    world.advance(MINUTE + 1);
    assert.deepEqual(await world.bot.poll(), [
      { source: 'mentions', posts: 0, fresh: 0, problems: [], waitUntil: null },
    ]);
  });

  it('changes nothing when two instances take in the same post at once', async () => {
    const world = createWorld();
    const other = world.start();
    const post = world.outside.network.write({ handle: 'jan_wormer', text: '@GemWormerland hallo?' });
    world.meddler.once('network', 'read', async (read) => {
      const outcome = await read();
      world.advance(2 * MINUTE);
      await other.poll();
      return outcome;
    });
    assert.deepEqual(await world.bot.poll(), [null]);
    assert.deepEqual(await world.course(dialogueOf(world.bot.world, post)), ['opened']);
  });

  it('gives how long the network asks to wait', async () => {
    const world = createWorld();
    write(world, 1);
    const at = world.now + MINUTE;
    world.meddler.once('network', 'read', () => Promise.resolve({ outcome: 'later', at, detail: 'rate limit' }));
    assert.deepEqual(await world.bot.poll(), [{ source: 'mentions', posts: 0, fresh: 0, problems: [], waitUntil: at }]);
    assert.deepEqual(await stored(world), [false]);
  });

  describe('of which a network does not show all', () => {
    const gap = { readFor: { kind: 'mentions', account: 'GemWormerland' }, from: 1_000, until: 2_000 } as const;
    const alert = { what: 'gap', network: 'x', ...gap };
    let world: TestWorld;
    beforeEach(() => {
      world = createWorld();
      write(world, 2);
      world.meddler.once('network', 'read', async (read) => {
        const outcome = await read();
        assert.ok(outcome.outcome === 'read');
        return { ...outcome, batch: { ...outcome.batch, gaps: [gap] } };
      });
    });
    const told = (): readonly unknown[] => world.outside.alerts.told.map((one) => one.alert);

    it('tells the channel once, from when to when', async () => {
      await world.bot.poll();
      await world.bot.poll();
      assert.deepEqual(told(), [alert]);
      assert.equal(await cursor(world), 2);
    });

    it('stores the posts and goes on when Teams is down, reads nothing again, and tells it later', async () => {
      const down = (): Promise<never> => Promise.reject(new Fault('teams', 'down'));
      world.meddler.once('alerts', 'toChannel', down);
      world.meddler.once('alerts', 'toChannel', down);
      await world.bot.poll();
      assert.ok((await stored(world)).every(Boolean));
      assert.deepEqual(told(), []);
      const [second] = await world.bot.poll();
      assert.deepEqual([second?.posts, told()], [0, []]);
      world.restart();
      world.advance(MINUTE);
      await world.bot.poll();
      await world.bot.poll();
      assert.deepEqual(told(), [alert]);
      assert.equal(await cursor(world), 2);
    });

    it('tells it twice rather than never when it breaks off in between', async () => {
      world.meddler.once('alerts', 'toChannel', async (tell) => {
        await tell();
        throw new Error('the process died');
      });
      await assert.rejects(world.bot.poll(), /the process died/);
      await world.bot.poll();
      assert.deepEqual(told(), [alert, alert]);
    });
  });

  it('keeps two citizens in one conversation apart, and one citizen in two conversations', async () => {
    const world = createWorld();
    const first = world.outside.network.write({ handle: 'jan_wormer', text: '@GemWormerland waarom?' });
    const joins = world.outside.network.write({ handle: 'ans_neck', text: '@GemWormerland ja?', inReplyTo: first.id });
    const apart = world.outside.network.write({ handle: 'jan_wormer', text: '@GemWormerland en dit?' });
    await world.bot.poll();
    const ids = [first, joins, apart].map((post) => dialogueOf(world.bot.world, post));
    assert.equal(new Set(ids).size, 3);
    assert.ok((await stored(world)).every(Boolean));
  });
});
