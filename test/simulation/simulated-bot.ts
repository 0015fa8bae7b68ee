import { nextWake } from '../../services/domain/dialogue/wake.ts';
import { type Duration, HOUR, type Instant, MINUTE, SECOND } from '../../services/domain/instant.ts';
import { endShifts } from '../../services/flows/end-shifts.ts';
import { recheckPosts } from '../../services/flows/recheck-posts.ts';
import { takeInPosts } from '../../services/flows/take-in-posts.ts';
import { factsNow } from '../../services/flows/world.ts';
import { type DialogueStore } from '../../services/ports/dialogue-store.ts';
import { Fault } from '../../services/ports/fault.ts';
import { RunningBot, type Surroundings } from '../support/running-bot.ts';
import { type Around } from '../support/watched-port.ts';

/** A job of the schedule, as `bot/schedule.ts` has it: never twice at the same time, and a failure waits for the next turn. */
interface Job {
  readonly name: string;
  readonly every: Duration;
  readonly work: () => Promise<unknown>;
  running: boolean;
  next: Instant;
}

/** What reads many rows goes outside at each of them. */
const WALKS = ['open', 'everything', 'postedOn', 'ofCitizen', 'askedOf', 'ofStorm', 'openedSince'] as const;

/** One process of the bot, with a schedule that goes when it is told to. */
export class SimulatedBot {
  readonly name: string;
  readonly bot: RunningBot;
  readonly jobs: readonly Job[];

  constructor(name: string, outside: Surroundings, around: Around, broken: (fault: unknown) => void) {
    this.name = name;
    const bot = new RunningBot({ ...outside, store: walking(outside.store, around) }, around);
    this.bot = bot;
    const { world, queue, storms } = bot;
    const network = [...world.networks.values()][0]!;
    const job = (jobName: string, every: Duration, work: () => Promise<unknown>): Job => {
      const one: Job = {
        name: jobName,
        every,
        running: false,
        next: world.clock.now(),
        work: async () => {
          one.running = true;
          try {
            await work();
          } catch (fault) {
            if (!(fault instanceof Fault)) broken(fault);
          }
          one.running = false;
          one.next = world.clock.now() + every;
        },
      };
      return one;
    };
    this.jobs = [
      job('sweep', SECOND, async () => {
        const lease = await world.leases.acquire('sweeper', world.instance, 10 * SECOND);
        if (lease !== null) await queue.tick();
      }),
      job('storms', SECOND, () => storms.tick(world)),
      job('team', 2 * SECOND, () => bot.tend()),
      ...network.sources().map((source) => job(source.name, 5 * SECOND, () => takeInPosts(world, network, source))),
      job('shifts', MINUTE, () => endShifts(world)),
      job('repair', 3 * HOUR, async () => {
        const lease = await world.leases.acquire('repair', world.instance, HOUR);
        if (lease === null) return;
        const facts = factsNow(world);
        await world.store.repair((dialogue) => nextWake(dialogue, facts));
      }),
      job('recheck', 10 * MINUTE, () => recheckPosts(world, network)),
    ];
  }

  due(now: Instant): readonly Job[] {
    return this.jobs.filter(({ running, next }) => !running && next <= now);
  }
}

/** The same store, of which each row that is walked over is a call. */
function walking<S extends DialogueStore>(store: S, around: Around): S {
  const walks = Object.fromEntries(
    WALKS.map((name) => {
      const walk = (...args: readonly unknown[]): AsyncIterable<unknown> => {
        const rows = (store[name] as (...all: readonly unknown[]) => AsyncIterable<unknown>)(...args);
        return step(rows[Symbol.asyncIterator](), `store.${name}`, around);
      };
      return [name, walk];
    }),
  );
  return { ...store, ...walks };
}

async function* step(rows: AsyncIterator<unknown>, name: string, around: Around): AsyncGenerator<unknown, void> {
  for (;;) {
    const next = (await around({ name, args: [], deed: () => rows.next() })) as IteratorResult<unknown>;
    if (next.done === true) return;
    yield next.value;
  }
}
