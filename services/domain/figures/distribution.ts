/** Exact sparse counts: whole minutes as keys, how often as values. */
export type Minutes = Readonly<Record<string, number>>;

const NONE: Minutes = {};

export function casesIn(minutes: Minutes = NONE): number {
  return Object.values(minutes).reduce((sum, times) => sum + times, 0);
}

/** The whole minute within which at least the share `q` (0 to 1) lies, nearest rank; null: there are none. */
export function quantile(minutes: Minutes = NONE, q: number): number | null {
  const rank = Math.max(1, Math.ceil(q * casesIn(minutes)));
  let seen = 0;
  for (const [minute, times] of byMinute(minutes)) {
    seen += times;
    if (seen >= rank) return minute;
  }
  return null;
}

/**
 * The same with those that are not answered (yet), by the estimator of Kaplan and Meier (J. Am. Stat. Assoc. 53, 1958):
 * what is known of them is only that it took longer. Leaving them out would make the neglected look fast. null: so many
 * are unanswered that it cannot be said.
 */
export function quantileWithUnanswered(answered: Minutes = NONE, unanswered: Minutes = NONE, q: number): number | null {
  const left = byMinute(unanswered);
  let atRisk = casesIn(answered) + casesIn(unanswered);
  let waiting = 1;
  let next = 0;
  for (const [minute, times] of byMinute(answered)) {
    // Who was last seen at this very minute had not been answered in it.
    for (; next < left.length && (left[next]?.[0] ?? 0) < minute; next += 1) atRisk -= left[next]?.[1] ?? 0;
    waiting *= 1 - times / atRisk;
    atRisk -= times;
    // Fractions of a millionth are what multiplying leaves behind.
    if (waiting <= 1 - q + 1e-9) return minute;
  }
  return null;
}

function byMinute(minutes: Minutes): readonly (readonly [number, number])[] {
  return Object.entries(minutes)
    .map(([minute, times]) => [Number(minute), times] as const)
    .sort(([one], [other]) => one - other);
}
