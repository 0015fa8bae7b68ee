import { type Instant } from '../../instant.ts';
import { type Person } from '../../people.ts';

/** telling: the message is on its way; unreached: there is no way to any of its people, or it has none. */
export interface PassedOn {
  readonly at: Instant;
  readonly by: Person;
  readonly department: string;
  readonly phone: string | null;
  /** In the order in which they are tried. */
  readonly people: readonly Person[];
  readonly remark: string;
  /** By when an answer was due; null: none was owed. */
  readonly due: Instant | null;
  readonly state: 'telling' | 'told' | 'unreached';
  readonly told: Person | null;
}

/** The department that took a dialogue over; not there: none, or it was reopened since. */
export interface PassesOn {
  readonly passedOn?: PassedOn;
}
