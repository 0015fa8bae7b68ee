/** Numbers that look random and are the same in every run with the same seed. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  pick<T>(all: readonly T[]): T;
  /** True so often, of 1. */
  chance(share: number): boolean;
}

/** Mulberry32, by Tommy Ettinger (public domain): 32 bits of state are plenty for a test. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return { next, between, pick: (all) => all[between(0, all.length - 1)]!, chance: (share) => next() < share };
}
