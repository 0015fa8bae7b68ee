import { DAY, type Instant, type Interval } from '../instant.ts';
import { type Member } from '../people.ts';

/** A stretch of time and who is on duty in it, in the order of the roster. */
export interface DutyShift extends Interval {
  readonly members: readonly Member[];
}

/** The shifts that touch `[from, until)`, each whole; they may overlap, and nobody may be left in one. */
export type Shifts = (from: Instant, until: Instant) => readonly DutyShift[];

/** The first who fits and is on duty at a moment or after it, and from when. */
export type NextOnDuty = (
  at: Instant,
  fits: (member: Member) => boolean,
) => { readonly member: Member; readonly from: Instant } | null;

/** How far ahead a next shift is looked for. */
const LOOK_AHEAD = 14 * DAY;

/** Who is on duty at a moment, in the order of the roster, each once. */
export function onDutyAt(shifts: Shifts, at: Instant): readonly Member[] {
  const now = shifts(at, at + 1).filter((shift) => shift.from <= at && at < shift.until);
  return [...new Set(now.flatMap(({ members }) => members))];
}

/**
 * The first moment at or after `at` at which a member that fits is on duty; null when none within 14 days. Of those who
 * start together the first on the roster.
 */
export function nextOnDutyAt(
  shifts: Shifts,
  at: Instant,
  fits: (member: Member) => boolean,
): { readonly member: Member; readonly from: Instant } | null {
  const fitting = shifts(at, at + LOOK_AHEAD)
    .filter((shift) => at < shift.until && shift.from < at + LOOK_AHEAD)
    .flatMap(({ from, members }) => members.filter(fits).map((member) => ({ member, from: Math.max(from, at) })));
  return fitting.sort((a, b) => a.from - b.from)[0] ?? null;
}
