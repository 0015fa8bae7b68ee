import { parseArgs } from 'node:util';
import { createRandom } from '../support/week/random.ts';
import { type Broken } from './laws.ts';
import { type Bug, Life } from './life.ts';
import { forbidRealTime } from './real-time.ts';

/** Steps of one life: then all comes to rest, is looked at, and a new town begins with the next seed. */
export const A_LIFE = 2_000;

/** How a life went. `broken` null: well. */
export interface Lived {
  readonly broken: Broken | null;
  readonly life: Life;
  /** The steps that were taken. */
  readonly taken: readonly number[];
}

/** The numbers of the steps that a seed gives. */
export function stepsOf(seed: number, count: number): readonly number[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => Math.floor(random.next() * 2 ** 32));
}

/** Lives these steps and the rest after them, up to the first law that is broken. */
export async function live(steps: readonly number[], isTelling = false, bug?: Bug): Promise<Lived> {
  const life = new Life(isTelling, bug);
  for (const [index, seed] of steps.entries()) {
    await life.step(seed);
    if (life.laws.broken !== null) return { broken: life.laws.broken, life, taken: steps.slice(0, index + 1) };
  }
  await life.rest();
  return { broken: life.laws.broken, life, taken: steps };
}

/**
 * The shortest history of the same failure that leaving out finds: halves first, then ever smaller pieces (delta
 * debugging). `until`: when to be content with what was found, on the clock of `performance`.
 */
export async function shorten(
  steps: readonly number[],
  law: string,
  until: number,
  bug?: Bug,
): Promise<readonly number[]> {
  let shortest = steps;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < shortest.length;) {
      if (performance.now() > until) return shortest;
      const without = [...shortest.slice(0, from), ...shortest.slice(from + size)];
      const { broken, taken } = await live(without, false, bug);
      if (broken?.law === law) shortest = taken;
      else from += size;
    }
  }
  return shortest;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      steps: { type: 'string', default: '100000' },
    },
  });
  const seed = Number(values.seed);
  const steps = Number(values.steps);
  const { release } = forbidRealTime();
  const began = performance.now();
  let done = 0;
  let lives = 0;
  let crashes = 0;
  const mishaps = new Map<string, number>();
  for (let left = steps; left > 0; left -= A_LIFE, lives += 1) {
    const { broken, life, taken } = await live(stepsOf(seed + lives, Math.min(left, A_LIFE)));
    done += life.steps;
    crashes += life.crashes;
    for (const [name, count] of life.traffic.counts) mishaps.set(name, (mishaps.get(name) ?? 0) + count);
    if (broken === null) continue;
    console.error(`Broken with --seed ${seed + lives} --steps ${Math.min(left, A_LIFE)}: ${broken.message}`);
    const shortest = await shorten(taken, broken.law, performance.now() + 60_000);
    const told = await live(shortest, true);
    console.error(`The shortest history found, ${shortest.length} of ${taken.length} steps:`);
    console.error(told.life.said.join('\n'));
    console.error(told.broken?.message);
    process.exitCode = 1;
    break;
  }
  release();
  const seconds = (performance.now() - began) / 1000;
  const bad = [...mishaps.values()].reduce((sum, count) => sum + count, 0);
  console.log(
    `${lives} lives, ${done} steps, ${crashes} crashes, ${bad} calls that went wrong; ${Math.round(done / seconds)} steps a second`,
  );
}

if (process.argv[1] === import.meta.filename) await main();
