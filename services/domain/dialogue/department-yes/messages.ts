import { type Instant } from '../../instant.ts';
import { type Person } from '../../people.ts';
import { type Channel } from '../channel.ts';
import { type Corrects } from '../interpreting/reading.ts';

/** The department that was asked: for its yes to the text on the table, or to take the dialogue over. */
export interface AskedDepartment {
  /** Version of the dialogue at which it was asked: each time it is asked is a new message to its people. */
  readonly round: number;
  readonly department: string;
  readonly people: readonly Person[];
  readonly since: Instant;
  /** Who of them cannot be written to: only a telephone reaches them. By e-mail address. */
  readonly unreachable: readonly string[];
  /** Who asked it to take over, without a text; not there: a text waits for its yes. */
  readonly takeOver?: Person;
}

export interface AskingDepartment {
  /** Not there or null: none was asked. */
  readonly askedDepartment?: AskedDepartment | null;
}

/** A person of the department takes the dialogue out of the hands of the team. */
export interface TakeToDepartment {
  readonly type: 'takeToDepartment';
}

/** Whoever holds it asks the department to take it over, or no longer. `text`: the answer on the card that was clicked. */
export interface AskTakeOver extends Corrects {
  readonly type: 'askTakeOver' | 'dropTakeOver';
  readonly text: string;
  readonly channel?: Channel | undefined;
}

/** There is no 1:1 way to somebody who was asked. */
export interface Unreachable {
  readonly type: 'unreachable';
  readonly round: number;
  readonly email: string;
}

export type DepartmentEvent =
  | { readonly type: 'departmentAsked'; readonly department: string; readonly people: readonly Person[] }
  | {
      readonly type: 'takeOverAsked';
      readonly by: Person;
      readonly department: string;
      readonly people: readonly Person[];
    }
  | { readonly type: 'takeOverDropped'; readonly by: Person }
  | { readonly type: 'departmentUnreachable'; readonly email: string }
  /** The coordinators know that it was set aside as a threat. */
  | { readonly type: 'threatTold' };
