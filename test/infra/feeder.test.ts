import assert from 'node:assert/strict';
import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Feeder, startFeeder } from '../../infra/local/feeder.ts';
import { createPracticeNetwork } from '../../services/adapters/practice/practice-network.ts';
import { type Post } from '../../services/domain/post.ts';
import { Fault } from '../../services/ports/fault.ts';
import { type Network } from '../../services/ports/network.ts';

const START = Date.parse('2026-11-24T09:00:00Z');
const LINES = [1, 2, 3].map((n) => ({
  id: `p${n}`,
  author: { handle: `burger_${n}`, name: `B${n}` },
  ...(n === 2 ? { minutesAgo: 90 } : {}),
  text: `Bericht ${n} @GemOostzaan`,
}));
const FOLLOW_UPS = [
  { after: 'p1', delaySeconds: 60, text: 'En op zaterdag?' },
  { after: 'p1-reactie', delaySeconds: 30, text: 'Top, dankjewel 🙏' },
];

describe('The feeder of practice posts', () => {
  let root: string;
  let from: string;
  let to: string;
  let now: number;
  let feeders: Feeder[];
  let logged: string[];

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'feeder-'));
    [from, to, now, feeders, logged] = [join(root, 'from'), join(root, 'to'), START, [], []];
    await mkdir(from);
    await writeFile(join(from, 'posts.jsonl'), lines(LINES));
    await writeFile(join(from, 'follow-ups.jsonl'), lines(FOLLOW_UPS));
  });
  afterEach(async () => {
    await Promise.all(feeders.map((feeder) => feeder.stop()));
    await rm(root, { recursive: true, force: true });
  });

  const lines = (values: readonly object[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('');
  const clock = { now: (): number => now };
  const keep = (message: string): void => void logged.push(message);
  const log = { info: keep, warn: keep, error: keep };

  async function start(): Promise<Feeder> {
    const pace = { everyMs: 40_000, jitter: 0.5 };
    const feeder = await startFeeder({ from, to, pace, clock, log, lookEveryMs: 5, random: () => 0.75 });
    feeders.push(feeder);
    return feeder;
  }
  function network(): Network {
    const accounts = [{ network: 'x', handle: 'GemOostzaan', municipality: null }];
    return createPracticeNetwork({
      folder: to,
      accounts,
      text: { length: (text) => text.length, limit: 280, privateLimit: 2_500 },
      clock,
      log,
    });
  }
  async function arrived(): Promise<readonly Post[]> {
    const one = network();
    const outcome = await one.read(one.sources()[0]!, '');
    assert.equal(outcome.outcome, 'read');
    assert.deepEqual(outcome.batch.problems, []);
    return outcome.batch.posts;
  }
  const ids = async (): Promise<string> => (await arrived()).map((post) => post.id).join(' ');
  async function until(wanted: string): Promise<void> {
    for (let waited = 0; waited < 2_000 && (await ids()) !== wanted; waited += 10) await sleep(10);
    assert.equal(await ids(), wanted);
  }
  /** The feeder has looked a good number of times at this moment. */
  const settle = (): Promise<void> => sleep(60);
  async function reply(inReplyTo: string, text: string): Promise<string> {
    const outcome = await network().place({ account: 'GemOostzaan', inReplyTo, text });
    assert.equal(outcome.outcome, 'placed');
    return outcome.placed.id;
  }

  it('the first post is there at once, the next ones at the pace, and then it is quiet', async () => {
    await start();
    assert.equal(await ids(), 'p1');
    now += 49_000;
    await settle();
    assert.equal(await ids(), 'p1');
    now += 1_000;
    await until('p1 p2');
    now += 50_000;
    await until('p1 p2 p3');
    now += 500_000;
    await settle();
    assert.equal(await ids(), 'p1 p2 p3');
  });

  it('a post is from the moment that it comes, or from as long before as it says', async () => {
    await start();
    now += 50_000;
    await until('p1 p2');
    const posts = await arrived();
    assert.deepEqual(
      posts.map((post) => post.postedAt),
      [START, START + 50_000 - 90 * 60_000],
    );
    assert.doesNotMatch(await readFile(join(to, 'posts.jsonl'), 'utf8'), /minutesAgo/);
  });

  it('goes on after a restart where it was, with posts of others in between', async () => {
    await (await start()).stop();
    await appendFile(join(to, 'posts.jsonl'), JSON.stringify({ id: 'eigen', author: LINES[0]!.author, text: 'zelf' }));
    await start();
    assert.equal(await ids(), 'p1 eigen p2');
  });

  it('the citizen reacts to our reply after a while, in the same thread, and again to the next one', async () => {
    await start();
    const first = await reply('p1', 'Om half negen. ^AB');
    now += 49_000;
    await settle();
    assert.equal(await ids(), 'p1');
    now += 11_000;
    await until('p1 p1-reactie p2');
    const second = await reply('p1-reactie', 'Dan zijn we dicht. ^AB');
    now += 30_000;
    await until('p1 p1-reactie p2 p1-reactie-reactie');
    const reactions = (await arrived()).filter((post) => post.inReplyTo !== null);
    assert.deepEqual(
      reactions.map((post) => [post.thread, post.inReplyTo, post.author.handle, post.account, post.text]),
      [
        ['p1', first, 'burger_1', 'GemOostzaan', 'En op zaterdag?'],
        ['p1', second, 'burger_1', 'GemOostzaan', 'Top, dankjewel 🙏'],
      ],
    );
  });

  it('a follow-up comes once for two replies, none to a removed reply, and one due during a stop comes after it', async () => {
    const feeder = await start();
    await network().remove('GemOostzaan', await reply('p1', 'Fout. ^AB'));
    now += 49_000;
    now += 12_000;
    await until('p1 p2');
    await reply('p1', 'Goed. ^AB');
    await reply('p1', 'Nog iets. ^AB');
    await feeder.stop();
    now += 61_000;
    await settle();
    assert.equal(await ids(), 'p1 p2');
    await start();
    await until('p1 p2 p1-reactie p3');
    now += 100_000;
    await settle();
    assert.equal(await ids(), 'p1 p2 p1-reactie p3');
  });

  it('nothing is written after a stop', async () => {
    await (await start()).stop();
    now += 500_000;
    await settle();
    assert.equal(await ids(), 'p1');
  });

  it('a broken shipped line, or a folder that cannot be written, is a fault at the start', async () => {
    await writeFile(to, '');
    await assert.rejects(start(), (error) => error instanceof Fault && error.source === 'folder');
    await rm(to);
    await appendFile(join(from, 'posts.jsonl'), '{"id":1}\n');
    await assert.rejects(start(), /posts\.jsonl line 4: id: /);
  });

  it('a folder that breaks later is logged once, and the feed goes on when it is whole again', async () => {
    await start();
    await rm(to, { recursive: true });
    await writeFile(to, '');
    now += 50_000;
    await settle();
    assert.deepEqual(logged, ['The practice posts cannot be written; trying again']);
    await rm(to);
    await until('p1');
  });
});
