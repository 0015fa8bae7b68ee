import { DAY, type Duration, type Instant, type Interval } from '../instant.ts';
import { type Person } from '../people.ts';

/** Who recorded a change, and when; `id` grows. */
interface Recorded {
  readonly id: number;
  readonly by: Person;
  readonly at: Instant;
}

/** Why somebody is away is theirs: it is not kept. `until` null: until they are back. */
export interface Absence extends Recorded {
  readonly type: 'absence';
  readonly who: Person;
  readonly from: Instant;
  readonly until: Instant | null;
  /** What they held when it began went back to who is there; not there: not yet. */
  readonly seenTo?: true;
}

/** Somebody is back, from the moment at which it was recorded. */
export interface Back extends Recorded {
  readonly type: 'back';
  readonly who: Person;
}

/** Wherever one of two is on duty in these stretches, the other stands in their place. */
export interface Swap extends Recorded {
  readonly type: 'swap';
  readonly one: Person;
  readonly other: Person;
  readonly during: readonly Interval[];
}

/** What differs from the fixed week of `webcare.yml`. What was undone is not among the changes any more. */
export type RosterChange = Absence | Back | Swap;

/** A change that is over stays in sight for so long: the roster shows last Monday too. */
const SHOWN_AFTER: Duration = 14 * DAY;

/** The moment at which an absence ends, as it is known now; infinite while nobody knows. */
export function endOfAbsence(changes: readonly RosterChange[], { id, who, from, until }: Absence): Instant {
  const end = until ?? Infinity;
  const backs = changes.flatMap((change) =>
    change.type === 'back' && change.id > id && change.who.email === who.email ? [change.at] : [],
  );
  return Math.min(end, ...backs.filter((at) => from <= at && at < end));
}

/** When a change has no more say; infinite while nobody knows. */
export function endOfChange(changes: readonly RosterChange[], change: RosterChange): Instant {
  switch (change.type) {
    case 'absence':
      return endOfAbsence(changes, change);
    case 'back':
      return change.at;
    case 'swap':
      return Math.max(...change.during.map(({ until }) => until));
  }
}

/** The absences of somebody that hold at a moment. */
export function absencesAt(changes: readonly RosterChange[], email: string, at: Instant): readonly Absence[] {
  return changes.filter(
    (change): change is Absence =>
      change.type === 'absence' &&
      change.who.email === email &&
      change.from <= at &&
      at < endOfAbsence(changes, change),
  );
}

/** The changes that still matter at a moment. Whoever is back stays as long as the absence that it ended. */
export function recentChanges(changes: readonly RosterChange[], at: Instant): readonly RosterChange[] {
  const over = changes.filter((change) => endOfChange(changes, change) < at - SHOWN_AFTER);
  return changes.filter((change) => !over.includes(change));
}
