import { type Instant } from '../instant.ts';
import { hasRole, type Member, type Person } from '../people.ts';

/** What the team agreed to do differently, when it evaluated a month. One per month. */
export interface Agreement {
  /** The month that was evaluated, `2026-11`. */
  readonly month: string;
  /** As it was typed. */
  readonly text: string;
  readonly by: Person;
  readonly at: Instant;
}

/** As much as one agreement needs; longer is a plan. UTF-16 units. */
export const LONGEST_AGREEMENT = 500;

/** So many months are kept in the state; all of them are in the history. */
const KEPT = 24;

export function mayAgree(member: Member): boolean {
  return hasRole(member, 'coordinator') || hasRole(member, 'approver') || hasRole(member, 'manager');
}

/** A newer one of the same month replaces it: what was typed wrong is recorded again. */
export function withAgreement(kept: readonly Agreement[], made: Agreement): readonly Agreement[] {
  return [...kept.filter(({ month }) => month !== made.month), made]
    .sort((one, other) => (one.month < other.month ? -1 : 1))
    .slice(-KEPT);
}

/** The one that was made when this month was evaluated; null: none (yet). */
export function agreementOf(kept: readonly Agreement[], month: string): Agreement | null {
  return kept.find((one) => one.month === month) ?? null;
}

/** The one to look back on when this month is evaluated: the last one made before it. */
export function agreementBefore(kept: readonly Agreement[], month: string): Agreement | null {
  return kept.findLast((one) => one.month < month) ?? null;
}
