import { type World } from './world.ts';

/**
 * What no card or button of ours asks of who got it: something was changed on its way to us, or somebody tries what is not
 * theirs. All the others happen to everybody on a busy day.
 */
const STRANGE: ReadonlySet<string> = new Set([
  'unreadable',
  'unknown-verb',
  'unknown-dialogue',
  'other-thread',
  'not-asked',
  'not-your-shift',
  'unknown-question',
  'text-changed',
  'many-changed',
]);

/** A click or a typed command was refused. `why` is a code; what was typed goes nowhere. */
export function countRefusal({ metrics, log }: Pick<World, 'metrics' | 'log'>, why: string): void {
  metrics.count('clicks.refused', { why });
  if (STRANGE.has(why)) log.warn('a click was refused that no card of ours sends', { why });
}
