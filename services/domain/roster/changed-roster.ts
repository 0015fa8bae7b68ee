import { type Instant } from '../instant.ts';
import { type Member } from '../people.ts';
import { type DutyShift, type Shifts } from './duty.ts';
import { absencesAt, endOfChange, type RosterChange } from './roster-change.ts';

/**
 * The fixed week with its changes: swaps in the order in which they were recorded, and then without who is absent. So who
 * took a shift over and falls ill is not there. A shift that a change cuts through comes as several that touch; one in
 * which nobody is left stays, without members.
 */
export function changedRoster(fixed: Shifts, changes: readonly RosterChange[], team: readonly Member[]): Shifts {
  if (changes.length === 0) return fixed;
  const cuts = changes.flatMap((change) => momentsOf(changes, change));
  return (from, until) =>
    fixed(from, until)
      .flatMap((shift) => pieces(shift, cuts))
      .map((piece) => ({ ...piece, members: standing(piece, changes, team) }))
      .filter((piece) => from < piece.until && piece.from < until);
}

/** Every moment at which a change begins or stops to hold. */
function momentsOf(changes: readonly RosterChange[], change: RosterChange): readonly Instant[] {
  if (change.type === 'swap') return change.during.flatMap(({ from, until }) => [from, until]);
  return change.type === 'absence' ? [change.from, endOfChange(changes, change)] : [];
}

function pieces(shift: DutyShift, moments: readonly Instant[]): readonly DutyShift[] {
  const inside = moments.filter((at) => shift.from < at && at < shift.until);
  const bounds = [...new Set([shift.from, ...inside, shift.until])].sort((a, b) => a - b);
  return bounds.slice(1).map((until, n) => ({ ...shift, from: bounds[n] ?? shift.from, until }));
}

/** Who stands in a piece through which no change cuts. Who left the team since stands in no swap. */
function standing({ from, members }: DutyShift, changes: readonly RosterChange[], team: readonly Member[]): Member[] {
  const emails = changes.reduce<readonly string[]>(
    (now, change) => {
      if (change.type !== 'swap' || !change.during.some((stretch) => stretch.from <= from && from < stretch.until))
        return now;
      const { one, other } = change;
      return now.map((email) => (email === one.email ? other.email : email === other.email ? one.email : email));
    },
    members.map(({ email }) => email),
  );
  const there = [...new Set(emails)].filter((email) => absencesAt(changes, email, from).length === 0);
  return there.flatMap((email) => team.find((member) => member.email === email) ?? []);
}
