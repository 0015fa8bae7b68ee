import { type Instant } from '../../instant.ts';
import { firstOpen } from '../../open-time.ts';
import { type Facts } from '../facts.ts';

/**
 * The first moment in opening hours at or after `moment`, and never before now: what should have been told while nobody
 * was there, or while the bot was down, is told when it opens. null where it does not open any more.
 */
export function whenOpen(facts: Pick<Facts, 'at' | 'openHours'>, moment: Instant): Instant | null {
  return firstOpen((from, until) => facts.openHours(from, until), Math.max(moment, facts.at));
}

/** The earliest of some moments, of which some may not be there; null: none is. */
export function earliest(moments: readonly (Instant | null)[]): Instant | null {
  const known = moments.filter((moment) => moment !== null);
  return known.length > 0 ? Math.min(...known) : null;
}
