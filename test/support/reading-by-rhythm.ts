import { Rhythm } from '../../bot/rhythm.ts';
import { createCalendar } from '../../services/adapters/calendar/create-calendar.ts';
import { type Duration, type Instant } from '../../services/domain/instant.ts';
import { type SearchPace } from '../../services/domain/spending.ts';
import { takeInPosts } from '../../services/flows/take-in-posts.ts';
import { settings } from './dialogue-facts.ts';
import { createWorld, type TestWorld } from './world.ts';
import { type XSetup } from './x-server/x-setup.ts';

interface Options {
  readonly fixed?: Duration | null;
  readonly pace?: SearchPace;
  /** Before each turn, at its moment. */
  readonly before?: (at: Instant) => void;
  /** After each turn. */
  readonly after?: (world: TestWorld, at: Instant) => Promise<void>;
}

/** Reads as the schedule does, on a clock that jumps to each next turn; gives the requests to X of this stretch by endpoint. */
export async function readByRhythm(
  { network: plain, clock, x }: XSetup,
  length: Duration,
  { fixed = null, pace = 'normal', before, after }: Options = {},
): Promise<Readonly<Record<string, number>>> {
  const rhythm = new Rhythm({ calendar: createCalendar(settings), fixed, searchPace: () => Promise.resolve(pace) });
  const network = rhythm.watching(plain, { now: () => clock.at });
  const world = createWorld({ start: clock.at });
  const turns = network.sources().map((source) => ({ source, at: clock.at }));
  const asked = x.requests();
  for (const end = clock.at + length; ;) {
    const turn = turns.reduce((first, other) => (other.at < first.at ? other : first));
    if (turn.at >= end) break;
    clock.at = turn.at;
    world.advance(turn.at - world.bot.world.clock.now());
    before?.(turn.at);
    if (!(await rhythm.next(network, turn.source, clock.at)).heldBack) {
      const read = await takeInPosts(world.bot.world, network, turn.source);
      rhythm.read(network, turn.source, read!, clock.at);
    }
    await after?.(world, turn.at);
    turn.at += (await rhythm.next(network, turn.source, clock.at)).wait;
  }
  return Object.fromEntries(Object.entries(x.requests()).map(([name, count]) => [name, count - (asked[name] ?? 0)]));
}
