import { type Days } from './period-figures.ts';

/** What a period is called: the cards have the words. `days`: any other stretch, from and until say which. */
export type PeriodName = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'days';

/** A stretch of days that figures are asked of. */
export interface Period extends Days {
  readonly name: PeriodName;
  /** It is not over yet: its last day that there are figures of is today. */
  readonly running: boolean;
  /** The same stretch before it, up to the same day of it where it is still running, so that both are as long. */
  readonly before: Days;
}
