import { type ReportSubscription } from '../../services/domain/evaluation/report-subscription.ts';
import { type Worth } from '../../services/domain/evaluation/worth.ts';
import { type HourLoad } from '../../services/domain/figures/hour-loads.ts';
import { periodCode } from '../../services/domain/figures/period-code.ts';
import { type Report } from '../../services/domain/figures/report.ts';
import { type Sight } from '../../services/domain/figures/who-sees.ts';
import { type Day } from '../../services/domain/figures/shares.ts';
import { type ExecuteAction } from '../adaptive-card.ts';
import { type PictureName, type StatsData, type StatsVerb } from './stats-verbs.ts';

/** What a card with figures is drawn from. */
export interface FiguresView {
  readonly report: Report;
  /** On the wall of the town hall. */
  readonly today: Day;
  /** Name of the municipality; null: all of them together. */
  readonly place: string | null;
  readonly picture: PictureName;
  /** Hours of the week against the roster, for the picture of them. */
  readonly loads: readonly HourLoad[];
  readonly sight: Sight;
  /** Whether files can be given here: in a 1:1 chat alone. */
  readonly files: boolean;
  /** Whether who looks can ask for figures of their own here: in a 1:1 chat alone. */
  readonly own: boolean;
  /** In the organisation's own prices; not there or null: it names none. */
  readonly worth?: Worth | null;
  /** Whether who looks gets these figures each week; not there: they cannot ask for that, or not here. */
  readonly weekly?: { readonly subscription: ReportSubscription | null };
}

/** A button on such a card. */
export function statsButton(
  verb: StatsVerb,
  title: string,
  { report, picture }: Pick<FiguresView, 'report' | 'picture'>,
): ExecuteAction {
  const { period, municipality, mode } = report;
  const data: StatsData = { period: periodCode(period), municipality, mode, picture };
  return { type: 'Action.Execute', title, verb, data };
}
