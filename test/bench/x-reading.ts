import { HOUR, type Instant, MINUTE, SECOND } from '../../services/domain/instant.ts';
import { dialogueOf } from '../../services/flows/dialogue-of.ts';
import { settings } from '../support/dialogue-facts.ts';
import { readByRhythm } from '../support/reading-by-rhythm.ts';
import { type StoredPost } from '../support/x-server/world.ts';
import { setUpX } from '../support/x-server/x-setup.ts';
import { type Percentiles } from './report.ts';
import { Sample } from './sample.ts';

/** What reading X costs in requests, money and time, on the stand-in for X and a clock that jumps. */
export interface XReading {
  readonly posts: number;
  /** Posts that X charges for, divided by the posts that came in on one day: 1 is the least. */
  readonly paidReadsPerPost: number;
  /** Requests in an hour in which nothing comes in: two accounts, one search. */
  readonly quietHour: { readonly night: number; readonly day: number };
  /** From posting to the dialogue being stored in opening hours, in ms: the wait for the next reading. */
  readonly postToCard: Percentiles;
}

const POSTS = 150;
const EVERY = 3.4 * MINUTE;
/** Addressed to us, heard of only, and both. */
const TEXTS = ['@GemWormerland hoe laat?', 'Wat een herrie in Jisp', '@GemOostzaan de brug in Oostzaan is dicht'];

export async function measureXReading(): Promise<XReading> {
  const setup = await setUpX({}, { watch: settings.watch });
  const { clock, x } = setup;
  const requests = async (from: Instant): Promise<number> => {
    clock.at = from;
    const asked = await readByRhythm(setup, HOUR);
    return Object.entries(asked).reduce((sum, [name, count]) => sum + (name === 'GET /2/users/me' ? 0 : count), 0);
  };
  const quietHour = {
    night: await requests(Date.UTC(2026, 10, 24, 1)),
    day: await requests(Date.UTC(2026, 10, 24, 9)),
  };

  clock.at = Date.UTC(2026, 10, 25, 7, 45);
  const sample = new Sample();
  const waiting = new Set<StoredPost>();
  let posted = 0;
  let next = clock.at + 7 * SECOND;
  await readByRhythm(setup, POSTS * EVERY + 30 * MINUTE, {
    before(at) {
      for (; next <= at && posted < POSTS; next += EVERY, posted += 1) {
        const text = `${TEXTS[posted % TEXTS.length]!} nummer ${posted}`;
        waiting.add(x.addPost({ author: `inwoner_${posted}`, text, at: Math.floor(next) }));
      }
    },
    async after(world, at) {
      for (const post of waiting) {
        const dialogue = dialogueOf(world.bot.world, { network: 'x', thread: post.id, author: post.author });
        if ((await world.outside.store.load(dialogue)) === null) continue;
        waiting.delete(post);
        sample.add(at - post.at);
      }
    },
  });
  const paid = x.paidPosts();
  await x.close();
  if (waiting.size > 0) throw new Error(`${waiting.size} posts never came in`);
  const { p50, p95 } = sample;
  return { posts: POSTS, paidReadsPerPost: paid / POSTS, quietHour, postToCard: { p50, p95 } };
}
