import { type Instant } from '../../instant.ts';
import { type Person } from '../../people.ts';

/** What a dialogue remembers of time: from when things run, and what was told already. */
export interface Clock {
  /** When `due` became what it is. */
  readonly dueSince: Instant;
  /** The due time that the root card was shown to be late for; null: none. */
  readonly lateFor: Instant | null;
  /**
   * Of which due time the team was reminded last, and whether that was before it or after. `storm`: nobody heard it then,
   * for that storm was on: its closing list tells it.
   */
  readonly nudged: { readonly due: Instant; readonly what: Nudge; readonly storm?: string } | null;
  /** null: nobody has it, or it waits for somebody else. */
  readonly lease: Lease | null;
  /** Who stands by was called to it; not there: not since it was last answered. */
  readonly standBy?: StandByCall;
  /** When the last claim ended by itself; not there: never, or it was taken up since. */
  readonly expired?: Instant;
}

/** calling: the message is on its way; unreached: nobody of them could be told, or nobody stands by. */
export interface StandByCall {
  readonly at: Instant;
  /** In the order in which they are called; their numbers are in the settings. */
  readonly people: readonly Person[];
  readonly state: 'calling' | 'told' | 'unreached';
  /** Who was told. */
  readonly told: Person | null;
}

/** A claim is a lease: from when it runs, and when its holder was reminded of it. */
export interface Lease {
  readonly from: Instant;
  readonly reminded: Instant | null;
}

/** soon: there is still time; late: there is none left. */
export type Nudge = 'soon' | 'late';
