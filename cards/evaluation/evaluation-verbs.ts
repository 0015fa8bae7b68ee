import { type ExecuteAction } from '../adaptive-card.ts';
import { type Words } from '../words.ts';

/** The buttons with which a team looks back: the agreement of a month, and the report of each week. */
export const EVALUATION_VERBS = ['agree', 'reportOn', 'reportOff'] as const;
export type EvaluationVerb = (typeof EVALUATION_VERBS)[number];

export function isEvaluationVerb(name: string): name is EvaluationVerb {
  return (EVALUATION_VERBS as readonly string[]).includes(name);
}

/** The id of the field with the agreement. */
export const AGREEMENT_INPUT = 'agreement';

/** What such a button brings along. `month`: the one that was looked at, with `agree`; '' with the others. */
export interface EvaluationData {
  readonly month: string;
  /** Of all municipalities, or the one that was asked for, by id. */
  readonly municipality: string | null;
  readonly mode: string;
}

export const NO_MONTH: EvaluationData = { month: '', municipality: null, mode: 'live' };

export function evaluationButton(
  verb: EvaluationVerb,
  words: Words,
  data: EvaluationData = NO_MONTH,
  look: Pick<ExecuteAction, 'style'> = {},
): ExecuteAction {
  return { type: 'Action.Execute', title: words.say(`button.${verb}`), verb, data, ...look };
}
