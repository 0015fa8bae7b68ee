/** A share, with what is needed to judge it. Parts of a whole, never a bare percentage. */
export interface ShareOf {
  readonly part: number;
  readonly whole: number;
  /** 0 to 1; null: there is no whole. */
  readonly share: number | null;
  /** Between which the true share lies with 95% certainty; null: there is no whole. */
  readonly interval: readonly [number, number] | null;
  /** Fewer than ten say too little. */
  readonly enough: boolean;
}

/** From this many on a share or a median is worth telling. Source: the definitions of the product. */
export const ENOUGH = 10;

/** The point of the normal distribution that leaves 2.5% on either side. */
const Z = 1.959963984540054;

/** With the interval of Wilson (J. Am. Stat. Assoc. 22, 1927), which also holds for few and for all or none. */
export function shareOf(part: number, whole: number): ShareOf {
  if (whole === 0) return { part, whole, share: null, interval: null, enough: false };
  const share = part / whole;
  const middle = (share + (Z * Z) / (2 * whole)) / (1 + (Z * Z) / whole);
  const reach = (Z / (1 + (Z * Z) / whole)) * Math.sqrt((share * (1 - share)) / whole + (Z * Z) / (4 * whole * whole));
  return {
    part,
    whole,
    share,
    interval: [Math.max(0, middle - reach), Math.min(1, middle + reach)],
    enough: whole >= ENOUGH,
  };
}
