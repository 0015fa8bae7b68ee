import { type Duration, type Instant, SECOND } from '../../services/domain/instant.ts';
import { type Clock } from '../../services/ports/clock.ts';
import { type Log } from '../../services/ports/log.ts';
import { createFeed } from './feed.ts';
import { readShippedPosts } from './shipped-posts.ts';

/** The next post comes `everyMs` after the last one, more or less by a share of `jitter` (0 to 1). */
export interface Pace {
  readonly everyMs: Duration;
  readonly jitter: number;
}

/** A post every 20 to 90 s: time to read one, not to be idle. */
export const HUMAN_PACE: Pace = { everyMs: 55 * SECOND, jitter: 35 / 55 };

export interface FeederOptions {
  /** The folder with the shipped `posts.jsonl` and `follow-ups.jsonl`. */
  readonly from: string;
  /** The practice folder; made when it is not there. */
  readonly to: string;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly log: Log;
  /** How often it looks whether something is due, in ms; a second when left out. */
  readonly lookEveryMs?: Duration;
  /** 0 ≤ n < 1; `Math.random` when left out. */
  readonly random?: () => number;
}

export interface Feeder {
  /** Returns when nothing is being written any more. */
  stop(): Promise<void>;
}

/**
 * Lets the shipped posts come in one by one, the first at once, and the citizens react to what the team places.
 * Goes on after a restart where it was. A folder that cannot be written later on is logged once and tried again.
 * @throws Fault('folder') when the shipped files are broken or the first post cannot be written.
 */
export async function startFeeder(options: FeederOptions): Promise<Feeder> {
  const { pace, clock, log, lookEveryMs = SECOND, random = Math.random } = options;
  const feed = createFeed(await readShippedPosts(options.from), options.to, log);
  let nextPostAt: Instant = clock.now();
  let failing = false;
  let timer: NodeJS.Timeout | undefined;
  let looking = look();
  let stopped = false;

  async function look(): Promise<void> {
    const now = clock.now();
    await feed.followUps(now);
    if (now < nextPostAt) return;
    const more = await feed.next(now);
    nextPostAt = more ? now + pace.everyMs * (1 + pace.jitter * (2 * random() - 1)) : Infinity;
  }

  async function lookAgain(): Promise<void> {
    try {
      await look();
      failing = false;
    } catch (fault) {
      if (!failing) log.error('The practice posts cannot be written; trying again', { fault });
      failing = true;
    }
  }

  function schedule(): void {
    timer = setTimeout(() => {
      looking = lookAgain().then(() => {
        if (!stopped) schedule();
      });
    }, lookEveryMs);
  }

  await looking;
  schedule();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
