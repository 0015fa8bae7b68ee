import { clockOf } from './clock.ts';
import { openDue } from './open-due.ts';
import { type TimeRule } from './time-rule.ts';

/**
 * At the very moment before which an answer was due, day or night, the root card says so: one edit, and no message. What
 * came to us too late already was shown so from the start.
 */
export const becomingLate: TimeRule = {
  next(dialogue) {
    const due = openDue(dialogue);
    const { lateFor, dueSince } = clockOf(dialogue);
    return due === null || lateFor === due || dueSince >= due ? null : due;
  },
  then({ due }) {
    return due === null ? [] : [{ type: 'becameLate', due }];
  },
};
