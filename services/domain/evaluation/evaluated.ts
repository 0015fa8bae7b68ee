import { type Agreement } from './agreement.ts';
import { type ReportSubscription } from './report-subscription.ts';
import { type Snapshot } from './instruction-snapshot.ts';

/** What of looking back and adjusting is kept in the team's state. */
export interface Evaluated {
  /** The work instruction as it was last seen; null: never. */
  readonly instruction: Snapshot | null;
  /** By month, the last one last. */
  readonly agreements: readonly Agreement[];
  /** Who gets the report of each week. */
  readonly reports: readonly ReportSubscription[];
}

export const NOT_EVALUATED: Evaluated = { instruction: null, agreements: [], reports: [] };
