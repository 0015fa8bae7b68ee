import { DAY, type Duration, type Instant } from '../../instant.ts';
import { firstOpen, type OpenHours } from '../../open-time.ts';
import { type Person } from '../../people.ts';

/** That somebody comes back to a dialogue at a moment. It belongs to the dialogue, not to who made it: at most one stands. */
export interface Promised {
  /** Within opening hours. */
  readonly at: Instant;
  readonly by: Person;
  readonly madeAt: Instant;
  /** What it is about, for the team alone; '' for nothing. */
  readonly note: string;
  /** What was asked for, where that is outside opening hours. */
  readonly asked?: Instant;
  /** A holding reply told the citizen: an answer is due then, and only an answer, an ending or a newer holding reply ends it. */
  readonly holding?: true;
}

/** Stands in the text of a holding reply for the moment that it promises. */
export const WHEN = '{wanneer}';

/** The longest note, in UTF-16 units. */
export const LONGEST_NOTE = 300;

/** Nobody makes a promise for longer than this: a year and a day. */
export const FURTHEST: Duration = 366 * DAY;

/** The first moment from `at` on at which the town hall is open; `at` itself where it never is. */
export function nextOpen(openHours: OpenHours, at: Instant): Instant {
  return firstOpen(openHours, at) ?? at;
}

/** The same for "before `at`": closing time itself is in time. */
export function nextDue(openHours: OpenHours, at: Instant): Instant {
  return firstOpen(openHours, at - 1) === at - 1 ? at : nextOpen(openHours, at);
}

/** Nobody works in it and nobody waits for who does. */
export function isEnded({ stage }: { readonly stage: { readonly name: string } }): boolean {
  return stage.name === 'answered' || stage.name === 'closed' || stage.name === 'setAside';
}

/** The moment that the citizen was told, as long as nothing ended that; null: nobody waits for a promise. */
export function heldUntil({ promise }: { readonly promise?: Promised | null }): Instant | null {
  return promise?.holding ? promise.at : null;
}
