import { quietFor } from '../../busy/quiet.ts';
import { type Duration, HOUR, type Instant } from '../../instant.ts';
import { openTimeBetween, subtractOpenTime } from '../../open-time.ts';
import { ruleFor } from '../../work-instruction/instruction.ts';
import { type Dialogue } from '../dialogue.ts';
import { type Facts } from '../facts.ts';
import { type WaitsFor, waitsFor } from '../waits-for.ts';
import { clockOf } from './clock.ts';
import { openDue } from './open-due.ts';
import { type TimeRule } from './time-rule.ts';
import { earliest, whenOpen } from './when-open.ts';

/** So much of the norm is left when who can act is reminded; of a short time, half. */
const LEFT = HOUR;

/** An approver of the team can give the yes, who promised an answer can give it, and who asked a department to take over can call it; of what else it waits for, nobody who reads this can do anything. */
const CAN_ACT: ReadonlySet<WaitsFor | null> = new Set([null, 'approval', 'department', 'promise']);

/**
 * The norm is kept by reminding of it: once while there is time left, once when there is none. Not of what waits for
 * somebody else, nor of what is on its way to the network; and what came to us too late was told by coming.
 */
export const normNudge: TimeRule = {
  next(dialogue, facts) {
    const due = openDue(dialogue);
    const { nudged, dueSince } = clockOf(dialogue);
    if (due === null || dueSince >= due || !somebodyCanAct(dialogue)) return null;
    const told = nudged?.due === due ? nudged.what : null;
    if (told === 'late') return null;
    const late = whenOpen(facts, due);
    return told === 'soon' ? late : earliest([soonAt(dialogue, due, facts), late]);
  },
  then(dialogue, facts) {
    const { due } = dialogue;
    const storm = quietFor(dialogue, facts);
    const what = due !== null && facts.at < due ? 'soon' : 'late';
    return due === null ? [] : [{ type: 'nudged', due, what, ...(storm === null ? {} : { storm }) }];
  },
};

function somebodyCanAct(dialogue: Dialogue): boolean {
  return dialogue.stage.name !== 'approved' && CAN_ACT.has(waitsFor(dialogue));
}

/** null: it is not open before it is due. */
function soonAt(dialogue: Dialogue, due: Instant, facts: Facts): Instant | null {
  const open = (from: Instant, until: Instant) => facts.openHours(from, until);
  const { dueSince } = clockOf(dialogue);
  const dayAndNight = ruleFor(facts.settings.instruction, dialogue.kind).outsideHours;
  const before = (time: Duration) => (dayAndNight ? due - time : subtractOpenTime(open, due, time));
  const all = (): Duration => (dayAndNight ? due - dueSince : openTimeBetween(open, dueSince, due));
  const left = dueSince <= before(2 * LEFT) ? LEFT : Math.floor(all() / 2);
  const soon = whenOpen(facts, before(left));
  return soon !== null && soon < due ? soon : null;
}
