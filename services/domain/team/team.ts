import { type PlacingPause } from './placing-pause.ts';
import { type Told } from './told.ts';

/**
 * What is about no single dialogue and all instances must agree on: what was told once, whether placing stands still. Kept
 * small: what is over leaves it, and stays in the history. A field that an earlier release did not know has its value in
 * `NEW_TEAM`.
 */
export interface Team {
  /** Number of events so far. */
  readonly version: number;
  readonly told: Told;
  /** null: what is approved is placed. */
  readonly pause: PlacingPause | null;
}

/** Nothing happened yet; also what a field is that was not stored yet. */
export const NEW_TEAM: Team = { version: 0, told: {}, pause: null };
