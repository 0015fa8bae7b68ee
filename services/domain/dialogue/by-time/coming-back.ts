import { holderOf } from '../dialogue.ts';
import { isEnded } from '../promises/promise.ts';
import { type TimeRule } from './time-rule.ts';
import { whenOpen } from './when-open.ts';

/**
 * Somebody would come back to the dialogue at this moment: told once, to who has it when on duty, else to who is. Where it
 * had ended it is open again, so that it is not forgotten a second time. What a citizen was told is the norm's business.
 */
export const comingBack: TimeRule = {
  next: ({ promise }, facts) => (promise == null || promise.holding === true ? null : whenOpen(facts, promise.at)),
  then: (dialogue, facts) => {
    const { promise, stage } = dialogue;
    if (promise == null) return [];
    const had = holderOf(stage);
    const there = had !== null && facts.onDuty(facts.at).some(({ email }) => email === had.email);
    return [{ type: 'cameBack', promise, for: there && isEnded(dialogue) ? had : null, had }];
  },
};
