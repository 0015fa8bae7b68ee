import { clockOf } from './clock.ts';
import { type Dialogue } from '../dialogue.ts';
import { openDue } from './open-due.ts';
import { type TimeRule } from './time-rule.ts';

/**
 * At the very moment before which an answer was due, day or night, the root card says so: one edit, and no message. What
 * came to us too late already was shown so from the start.
 */
export const becomingLate: TimeRule = {
  next(dialogue) {
    return isLate(dialogue) ? null : openDue(dialogue);
  },
  then({ due }) {
    return due === null ? [] : [{ type: 'becameLate', due }];
  },
};

/** Whether it is over the norm, as far as the dialogue was told: it changes by an event, and not by the clock alone. */
export function isLate(dialogue: Dialogue): boolean {
  const due = openDue(dialogue);
  const { lateFor, dueSince } = clockOf(dialogue);
  return due !== null && (lateFor === due || dueSince >= due);
}
