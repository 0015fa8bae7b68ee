import { happen, NOTHING } from '../decision.ts';
import { type Dialogue } from '../dialogue.ts';
import { type Facts } from '../facts.ts';
import { type Decision } from '../messages.ts';
import { TIME_RULES } from './time-rules.ts';

/**
 * Time has passed: what was to happen first happens. One rule at a time, for what it does may change what the others
 * would; who calls asks again until nothing is due.
 */
export function decideElapse(dialogue: Dialogue, facts: Facts): Decision {
  const due = TIME_RULES.flatMap((rule) => {
    const { then } = rule;
    const moment = then === null ? null : rule.next(dialogue, facts);
    return moment !== null && moment <= facts.at && then !== null ? [{ moment, then }] : [];
  });
  const [first] = due.sort((one, other) => one.moment - other.moment);
  return first === undefined ? NOTHING : happen(...first.then(dialogue, facts));
}
