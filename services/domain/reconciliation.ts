import { DAY, type Duration, HOUR, type Instant, MINUTE } from './instant.ts';

/** What one day's comparison brought. */
export interface DayCompared {
  /** UTC, `yyyy-mm-dd`. */
  readonly day: string;
  /** Posts that the network shows. */
  readonly there: number;
  /** Those of them that we did not have, and have now. */
  readonly missed: number;
}

/** What is kept of a source's comparisons. */
export interface Compared {
  /** Up to here everything was compared. */
  readonly until: Instant;
  /** Newest last. */
  readonly days: readonly DayCompared[];
}

/**
 * Just before the end of the UTC day: X charges a post once per UTC day, so what was read today is compared for nothing
 * (docs.x.com, fundamentals/post-cap).
 */
const BEFORE_MIDNIGHT: Duration = 20 * MINUTE;
/** A bot that was down at that time does it as soon as it can. */
const OVERDUE: Duration = DAY + 2 * HOUR;
const DAYS_KEPT = 31;

/** Whether it is time to compare; the first time only says from where on. */
export function isTimeToCompare(now: Instant, until: Instant): boolean {
  const left = DAY - (now % DAY);
  return now - until > OVERDUE || (left <= BEFORE_MIDNIGHT && now - until > HOUR);
}

/** After a comparison up to `until`. */
export function compared(before: Compared, until: Instant, there: number, missed: number): Compared {
  const day = new Date(until).toISOString().slice(0, 10);
  return { until, days: [...before.days.filter((one) => one.day !== day), { day, there, missed }].slice(-DAYS_KEPT) };
}
