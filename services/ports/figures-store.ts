import { type OpenDialogue, type DayCounts, type Days } from '../domain/figures/period-figures.ts';
import { type Day, type Shares } from '../domain/figures/shares.ts';

/**
 * What `/stats` reads: one row per dialogue per day, past days rolled up into one row each, and what is still open.
 * It holds nothing that cannot be made again from the events of the dialogues. Every method throws `Fault('tables')` when
 * the storage cannot do its part.
 */
export interface FiguresStore {
  /**
   * Stores what a dialogue adds as of a version of it. What is stored of a later version is never overwritten; the same
   * version again is, since time alone moves what is open to the days. A rolled-up day that it changes is undone.
   */
  record(dialogue: string, version: number, shares: Shares): Promise<void>;
  /** The counts of the days in a period, those without any left out; in about one read per day that is not rolled up. */
  days(period: Days): Promise<readonly DayCounts[]>;
  /** All that is open, whenever it began. */
  open(): Promise<readonly OpenDialogue[]>;
  /** Days from `from` until `until` that are not rolled up. */
  toRollUp(period: Days): Promise<readonly Day[]>;
  /** Makes one row of a day. `changed`: a dialogue of it was recorded meanwhile, so it stays as it was. */
  rollUp(day: Day): Promise<'rolled' | 'changed'>;
}
