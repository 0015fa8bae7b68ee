import { type Duration, type Instant } from '../../domain/instant.ts';

/** X's ids carry their time: milliseconds since this moment (2010-11-04T01:42:54.657Z) above the lowest 22 bits. */
const EPOCH = 1_288_834_974_657n;

/** When the post with this id was made, on X's clock. */
export function timeOf(id: string): Instant {
  return Number((BigInt(id) >> 22n) + EPOCH);
}

/** The lowest id of a moment: everything posted after it is newer; never under 1, which is what X demands. */
export function idAt(moment: Instant): string {
  return atLeastOne((BigInt(Math.floor(moment)) - EPOCH) << 22n);
}

/** An id that is so much older. */
export function earlier(id: string, by: Duration): string {
  return atLeastOne(BigInt(id) - (BigInt(by) << 22n));
}

/** Order of ids, oldest first; they are too long for numbers. */
export function byId(a: string, b: string): number {
  const difference = BigInt(a) - BigInt(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function atLeastOne(id: bigint): string {
  return String(id < 1n ? 1n : id);
}
