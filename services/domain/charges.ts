import { type Instant } from './instant.ts';

/** One thing that a network charges for. */
export interface Charge {
  /** What it is, in the words of the network's price list: `post`, `user`, `reply` … */
  readonly kind: string;
  /** Which one. The same kind and id on the same UTC day is one charge, however often it is recorded. */
  readonly id: string;
  readonly usd: number;
  readonly at: Instant;
}

/** What something cost, in USD, and how much of each kind it was. */
export interface Spent {
  readonly usd: number;
  readonly kinds: Readonly<Record<string, { readonly count: number; readonly usd: number }>>;
}

/** What one charge is in sums. */
export function spentOn({ kind, usd }: Pick<Charge, 'kind' | 'usd'>): Spent {
  return { usd, kinds: { [kind]: { count: 1, usd } } };
}

/** Adds up, and rounds to a millionth of a dollar what adding fractions leaves behind. */
export function sumOf(parts: readonly Spent[]): Spent {
  const kinds: Record<string, { count: number; usd: number }> = {};
  for (const [kind, { count, usd }] of parts.flatMap((part) => Object.entries(part.kinds))) {
    const before = kinds[kind] ?? { count: 0, usd: 0 };
    kinds[kind] = { count: before.count + count, usd: rounded(before.usd + usd) };
  }
  return { usd: rounded(Object.values(kinds).reduce((sum, { usd }) => sum + usd, 0)), kinds };
}

function rounded(usd: number): number {
  return Math.round(usd * 1e6) / 1e6;
}
