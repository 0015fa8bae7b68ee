import { type Instant, type Interval } from '../instant.ts';
import { type Member, type Person } from '../people.ts';
import { type Absence, type RosterChange } from './roster-change.ts';

/** What a coordinator, or the person, asks of the roster. */
export type RosterCommand = { readonly by: Member } & (
  | { readonly type: 'reportAbsent'; readonly who: Member; readonly from: Instant; readonly until: Instant | null }
  | { readonly type: 'reportBack'; readonly who: Member }
  | { readonly type: 'swapDuty'; readonly one: Member; readonly other: Member; readonly during: readonly Interval[] }
  | { readonly type: 'undoRoster'; readonly change: number }
);

/** What the bot does by itself: an absence began, and what was held went back. */
export interface SeeToAbsence {
  readonly type: 'seeToAbsence';
  readonly change: number;
}

export type RosterEvent =
  | { readonly type: 'absenceSeenTo'; readonly change: number }
  | {
      readonly type: 'reportedAbsent';
      readonly by: Person;
      readonly who: Person;
      readonly from: Instant;
      readonly until: Instant | null;
    }
  | { readonly type: 'reportedBack'; readonly by: Person; readonly who: Person }
  | {
      readonly type: 'swappedDuty';
      readonly by: Person;
      readonly one: Person;
      readonly other: Person;
      readonly during: readonly Interval[];
    }
  | { readonly type: 'rosterUndone'; readonly by: Person; readonly change: RosterChange };

export type RosterRefusal =
  /** Only a coordinator changes the roster of others. */
  | { readonly code: 'not-your-roster' }
  | { readonly code: 'absent-already'; readonly absence: Absence; readonly until: Instant | null }
  | { readonly code: 'not-absent'; readonly who: Person }
  | { readonly code: 'period-over' }
  | { readonly code: 'same-person' }
  | { readonly code: 'nothing-to-swap'; readonly one: Person; readonly other: Person; readonly day: Instant }
  /** It was undone, or is over. */
  | { readonly code: 'change-gone' };
