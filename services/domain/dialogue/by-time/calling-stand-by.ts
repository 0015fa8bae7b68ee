import { type Instant } from '../../instant.ts';
import { firstClosed, openTimeBetween } from '../../open-time.ts';
import { ruleFor } from '../../work-instruction/instruction.ts';
import { happen, NOTHING } from '../decision.ts';
import { type Dialogue } from '../dialogue.ts';
import { type Facts } from '../facts.ts';
import { type Decision } from '../messages.ts';
import { type WorldCommand } from '../world-command.ts';
import { clockOf } from './clock.ts';
import { openDue } from './open-due.ts';
import { type TimeRule } from './time-rule.ts';

/**
 * What cannot wait for opening time (`outsideHours`) is told 1:1 to who stands by that day, once: when it comes in or is
 * raised to it while it is closed, and at closing time when nobody took it all day.
 */
export const callingStandBy: TimeRule = {
  next(dialogue, facts) {
    const { outsideHours } = ruleFor(facts.settings.instruction, dialogue.kind);
    if (!outsideHours || openDue(dialogue) === null || clockOf(dialogue).standBy !== undefined) return null;
    return dialogue.stage.name === 'waiting'
      ? whenClosed(clockOf(dialogue).dueSince, facts)
      : leftBehind(dialogue, facts);
  },
  then(_, facts) {
    return [{ type: 'standByCalled', people: facts.standBy(facts.at).map(({ name, email }) => ({ name, email })) }];
  },
};

/** The message to who stands by is sent by `services/flows/call-stand-by.ts`, as soon as it can be. */
export const reachingStandBy: TimeRule = {
  next(dialogue) {
    const { standBy } = clockOf(dialogue);
    return standBy?.state === 'calling' ? standBy.at : null;
  },
  then: null,
};

/** null where it never closes. */
function whenClosed(moment: Instant, facts: Facts): Instant | null {
  return firstClosed((from, until) => facts.openHours(from, until), Math.max(moment, facts.at));
}

/** It grew grave after closing, and who has it took it before that: they went home. */
function leftBehind(dialogue: Dialogue, facts: Facts): Instant | null {
  const { stage } = dialogue;
  const { dueSince } = clockOf(dialogue);
  if (!('since' in stage) || stage.since > dueSince) return null;
  const openSince = (from: Instant): boolean =>
    openTimeBetween((a, b) => facts.openHours(a, b), from, facts.at + 1) > 0;
  return openSince(dueSince) || !openSince(stage.since) ? null : dueSince;
}

/** What became of the call. */
export function decideStandBy(
  dialogue: Dialogue,
  { who }: Extract<WorldCommand, { type: 'standByAnswered' }>,
): Decision {
  if (clockOf(dialogue).standBy?.state !== 'calling') return NOTHING;
  return happen(who === null ? { type: 'standByUnreached' } : { type: 'standByTold', who });
}
