import { type Instant } from '../instant.ts';
import { hasRole, type Person } from '../people.ts';
import { type Settings } from '../work-instruction/instruction.ts';

/** Nothing of ours goes out while this stands: something happened after which every word weighs. */
export interface PlacingPause {
  readonly by: Person;
  readonly since: Instant;
  /** As it was typed; '' for none. */
  readonly reason: string;
}

export type PauseCommand =
  | { readonly type: 'pausePlacing'; readonly by: Person; readonly reason: string }
  | { readonly type: 'resumePlacing'; readonly by: Person };

export type PauseEvent =
  | { readonly type: 'placingPaused'; readonly by: Person; readonly reason: string }
  | { readonly type: 'placingResumed'; readonly by: Person; readonly pause: PlacingPause };

export type PauseRefusal =
  | { readonly code: 'may-not-pause' }
  | { readonly code: 'paused-already'; readonly pause: PlacingPause }
  | { readonly code: 'not-paused' };

/** The department that speaks for the organisation when it matters, by its name in `webcare.yml`. */
const COMMUNICATIONS = /^communicatie$|^communications?$/i;

/** Who approves, who coordinates, and the department that the town's words are the business of. */
export function mayPause({ team, departments }: Settings, { email }: Person): boolean {
  const member = team.find((one) => one.email === email);
  if (member !== undefined && (hasRole(member, 'approver') || hasRole(member, 'coordinator'))) return true;
  return departments.some(({ name, people }) => COMMUNICATIONS.test(name) && people.some((one) => one.email === email));
}
