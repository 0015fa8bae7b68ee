import { type Instant } from '../instant.ts';
import { hasRole, type Member, type Person } from '../people.ts';

/** Somebody who gets last week's figures each week. Weeks are as `periodCode` writes them: `2026-W48`. */
export interface ReportSubscription {
  readonly who: Person;
  readonly since: Instant;
  /** The last week in which it was sent, or in which it was too late to be asked for. '': none yet. */
  readonly told: string;
  /** The week in whose report there was no way to this person in Teams; null: the last one came through. */
  readonly refused: string | null;
}

export function maySubscribe(member: Member): boolean {
  return hasRole(member, 'manager') || hasRole(member, 'coordinator');
}

export function subscriptionOf(all: readonly ReportSubscription[], { email }: Person): ReportSubscription | null {
  return all.find(({ who }) => who.email === email) ?? null;
}
