import { type TurnContext } from 'botbuilder';
import { isBusyVerb } from '../../cards/busy/busy-verbs.ts';
import { isEvaluationVerb } from '../../cards/evaluation/evaluation-verbs.ts';
import { isDepartmentVerb } from '../../cards/department-verbs.ts';
import { isColleagueVerb, isFormVerb, isBesideVerb, isShiftVerb, isTeamVerb } from '../../cards/verbs.ts';
import { isStatsVerb } from '../../cards/statistics/stats-verbs.ts';
import { handleBusy } from './busy-actions.ts';
import { handleColleague } from './colleague.ts';
import { handleDepartment } from './department.ts';
import { handleClick, type HandlerParts } from './dialogue-actions.ts';
import { handleEvaluation } from './evaluation.ts';
import { handleForm } from './forms.ts';
import { handleBeside } from './beside.ts';
import { handleShiftEnd } from './shift-end.ts';
import { handleStatistics } from './statistics.ts';
import { handleTeamClick } from './team-actions.ts';

/** A click by its verb: of a colleague who was asked something, of a department whose yes was, on a form, or on a card of a dialogue. */
export function routeClick(parts: HandlerParts, context: TurnContext, verb: string, data: unknown): Promise<void> {
  if (isBusyVerb(verb)) return handleBusy(parts, context, verb, data);
  if (isStatsVerb(verb)) return handleStatistics(parts, context, verb, data);
  if (isColleagueVerb(verb)) return handleColleague(parts, context, verb, data);
  if (isDepartmentVerb(verb)) return handleDepartment(parts, context, verb, data);
  if (isFormVerb(verb)) return handleForm(parts, context, verb, data);
  if (isTeamVerb(verb)) return handleTeamClick(parts, context, verb, data);
  if (isEvaluationVerb(verb)) return handleEvaluation(parts, context, verb, data);
  if (isBesideVerb(verb)) return handleBeside(parts, context, verb, data);
  if (isShiftVerb(verb)) return handleShiftEnd(parts, context, verb, data);
  return handleClick(parts, context, verb, data);
}
