import assert from 'node:assert/strict';
import { type Bug } from './life.ts';
import { forbidRealTime } from './real-time.ts';
import { live, shorten, stepsOf } from './simulate.ts';

/** A client of the network that sends again by itself. */
const sendsAgain: Bug = (outside) => {
  const place = outside.network.place.bind(outside.network);
  outside.network.place = async (reply) => {
    await place(reply);
    return place(reply);
  };
  return outside;
};

/** A store that lets the last writer win. */
const lastWriterWins: Bug = (outside) => {
  const { store } = outside;
  const commit = store.commit.bind(store);
  store.commit = async (change) => {
    const now = await store.load(change.after.id);
    return commit(
      now === null || change.before === null ? change : { ...change, before: { ...change.before, etag: now.etag } },
    );
  };
  return outside;
};

/** The first of so many short lives in which a law is broken. */
async function found(bug: Bug, lives: number): Promise<{ law: string; steps: readonly number[] }> {
  for (let seed = 1; seed <= lives; seed += 1) {
    const { broken, taken } = await live(stepsOf(seed, 1_000), false, bug);
    if (broken !== null) return { law: broken.law, steps: taken };
  }
  return assert.fail(`nothing was found in ${lives} lives`);
}

describe('The bots in a simulated world', function () {
  this.timeout(120_000);
  let guard: ReturnType<typeof forbidRealTime>;
  before(() => {
    guard = forbidRealTime();
  });
  after(() => {
    guard.release();
  });

  it('break no law, whatever is late, lost, doubled, refused or killed', async () => {
    const { broken, life } = await live(stepsOf(1, 1_000));
    assert.equal(broken?.message, undefined, 'npm run simulate -- --seed 1 --steps 1000');
    assert.ok(life.crashes > 1 && life.traffic.counts.size > 5, 'too kind a world');
  });

  it('live the same life from the same seed', async () => {
    const one = await live(stepsOf(5, 300), true);
    const other = await live(stepsOf(5, 300), true);
    assert.ok(one.life.said.length > 20);
    assert.deepEqual(one.life.said, other.life.said);
  });

  it('are found out when the network gets a reply twice, and a shorter way there is told', async () => {
    const { law, steps } = await found(sendsAgain, 20);
    assert.match(law, /twice|receipt/);
    const shorter = await shorten(steps, law, performance.now() + 1_500, sendsAgain);
    assert.equal((await live(shorter, false, sendsAgain)).broken?.law, law);
  });

  it('are found out when the last writer wins', async () => {
    assert.match((await found(lastWriterWins, 10)).law, /history|two|fold/);
  });
});
