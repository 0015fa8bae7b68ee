import { type Day } from '../figures/shares.ts';
import { type StandingAnswer } from '../work-instruction/instruction.ts';

/** Standing answers that should have been looked at again by a day, the longest ago first. */
export function overdueAnswers(answers: readonly StandingAnswer[], today: Day): readonly StandingAnswer[] {
  return answers
    .filter(({ check }) => check !== null && check < today)
    .sort((one, other) => ((one.check ?? '') < (other.check ?? '') ? -1 : 1));
}
