import { type DayCounts, type Days, type OpenDialogue } from '../domain/figures/period-figures.ts';
import { type Day, type Shares } from '../domain/figures/shares.ts';
import { type Instant } from '../domain/instant.ts';

/**
 * What `/stats` reads: one row per dialogue per day, past days rolled up into one row each, and what is still open.
 * It holds nothing that cannot be made again from the events of the dialogues. Every method throws `Fault('tables')` when
 * the storage cannot do its part.
 */
export interface FiguresStore {
  /**
   * Stores what a dialogue adds as of a version of it. What is stored of a later version, or of the same one at a later
   * moment, is never overwritten. A rolled-up day that it changes is undone.
   */
  record(dialogue: string, version: number, shares: Shares): Promise<void>;
  /**
   * The counts of the days of a period that there are any of; one read per year of rolled-up days, and one for each stretch
   * of days between them.
   */
  days(period: Days): Promise<readonly DayCounts[]>;
  /** The dialogues that counted on any of these days, each once. */
  dialogues(period: Days): Promise<readonly string[]>;
  /** All that is open, whenever it began. */
  open(): Promise<readonly OpenDialogue[]>;
  /** Days before `until` that are not rolled up, from the first one on which anything counted. */
  toRollUp(until: Day): Promise<readonly Day[]>;
  /** Makes one row of a day that is over. `changed`: a dialogue of it was recorded meanwhile, so it stays as it was. */
  rollUp(day: Day): Promise<'rolled' | 'changed'>;
  /** Undoes all rolled-up days: each is read from its dialogues again. */
  undoRolledUp(): Promise<void>;
  /** What was recorded as of before a moment and not since, for who makes all anew. */
  leftBehind(before: Instant): AsyncIterable<LeftBehind>;
  /** Takes away what no dialogue accounts for; nothing when it was recorded again meanwhile. */
  forget(left: LeftBehind): Promise<void>;
}

/** What is stored of one dialogue: for a day, or (null) of what is open. */
export interface LeftBehind {
  readonly dialogue: string;
  readonly day: Day | null;
  readonly etag: string;
}
