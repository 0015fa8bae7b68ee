import { samePerson } from '../dialogue/dialogue.ts';
import { DAY, type Instant } from '../instant.ts';
import { type Person } from '../people.ts';
import { type Shifts } from './duty.ts';

/**
 * When somebody who is on duty at a moment goes off it; shifts that touch are one. `at` itself: not on duty. Who is on for
 * longer than a day, such as somebody who is always on, is not followed further than the shift in which that day ends.
 */
export function endOfDuty(shifts: Shifts, who: Person, at: Instant): Instant {
  for (let end = at; ;) {
    const until = endOfShifts(shifts, who, end);
    if (until === end || until - at > DAY) return until;
    end = until;
  }
}

function endOfShifts(shifts: Shifts, who: Person, at: Instant): Instant {
  const theirs = shifts(at, at + 1).filter(
    ({ from, until, members }) => from <= at && at < until && members.some((member) => samePerson(member, who)),
  );
  return Math.max(at, ...theirs.map((shift) => shift.until));
}
