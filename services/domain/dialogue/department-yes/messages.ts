import { type Instant } from '../../instant.ts';
import { type Person } from '../../people.ts';

/** The department whose yes a text waits for, as it was asked. */
export interface AskedDepartment {
  /** Version of the dialogue at which it was asked: each time it is asked is a new message to its people. */
  readonly round: number;
  readonly department: string;
  readonly people: readonly Person[];
  readonly since: Instant;
  /** Who of them cannot be written to: only a telephone reaches them. By e-mail address. */
  readonly unreachable: readonly string[];
}

export interface AskingDepartment {
  /** The department whose yes the text on the table waits for; not there or null: none was asked. */
  readonly askedDepartment?: AskedDepartment | null;
}

/** A person of the department takes the dialogue out of the hands of the team. */
export interface TakeToDepartment {
  readonly type: 'takeToDepartment';
}

/** There is no 1:1 way to somebody who was asked. */
export interface Unreachable {
  readonly type: 'unreachable';
  readonly round: number;
  readonly email: string;
}

export type DepartmentEvent =
  | { readonly type: 'departmentAsked'; readonly department: string; readonly people: readonly Person[] }
  | { readonly type: 'departmentUnreachable'; readonly email: string }
  /** The coordinators know that it was set aside as a threat. */
  | { readonly type: 'threatTold' };
