import { type Charge, type Spent } from '../domain/charges.ts';
import { type NetworkName } from '../domain/post.ts';

/**
 * What networks charged, as we count it ourselves: they tell it in their console only. Days and months are UTC, since X
 * counts so. Every method throws `Fault('tables')` when the storage cannot do its part.
 */
export interface Ledger {
  /** Counts each charge once per UTC day, at the price that was recorded first, whichever instance did. */
  record(network: NetworkName, charges: readonly Charge[]): Promise<void>;
  /** What a network cost in a calendar month (`2026-11`) so far; up to five minutes old. */
  spent(network: NetworkName, month: string): Promise<Spent>;
  /**
   * Replaces what is kept of each day that is over for more than an hour by its total, so that no id of a post or person
   * stays. Harmless when repeated or broken off. Gives how many days were closed.
   */
  closeDays(network: NetworkName): Promise<number>;
}

/** The way in for who reads and places: never waits, never fails. */
export interface Meter {
  note(charges: readonly Charge[]): void;
  /** Ends when all that was noted is written, or could not be written now: then it is kept and tried again. */
  written(): Promise<void>;
}
