import { samePerson } from '../dialogue/dialogue.ts';
import { type Instant } from '../instant.ts';
import { type Person } from '../people.ts';
import { type Shifts } from './duty.ts';

/** When somebody who is on duty at a moment goes off it; shifts that touch are one. `at` itself: not on duty. */
export function endOfDuty(shifts: Shifts, who: Person, at: Instant): Instant {
  const theirs = shifts(at, at + 1).filter(
    ({ from, until, members }) => from <= at && at < until && members.some((member) => samePerson(member, who)),
  );
  const until = Math.max(at, ...theirs.map((shift) => shift.until));
  return until === at ? at : endOfDuty(shifts, who, until);
}
