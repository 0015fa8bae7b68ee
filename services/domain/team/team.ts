import { type Storms } from '../busy/storm.ts';
import { type Evaluated, NOT_EVALUATED } from '../evaluation/evaluated.ts';
import { type RosterChange } from '../roster/roster-change.ts';
import { type PlacingPause } from './placing-pause.ts';
import { type Told } from './told.ts';

/**
 * What is about no single dialogue and all instances must agree on: how the roster was changed, what was told once, whether placing
 * stands still, whether it is busy. Kept small: what is over leaves it, and stays in the history. A field that an earlier release did not know has its value in
 * `NEW_TEAM`.
 */
export interface Team {
  /** Number of events so far. */
  readonly version: number;
  readonly told: Told;
  /** How the fixed week of `webcare.yml` was changed, in the order in which it was recorded; what is long over is not in it. */
  readonly roster: readonly RosterChange[];
  /** null: what is approved is placed. */
  readonly pause: PlacingPause | null;
  /** Of Drukte; see `services/domain/busy/`. */
  readonly storms: Storms;
  /** What was agreed, how the work instruction was last seen, who gets the report of each week. */
  readonly evaluated: Evaluated;
}

/** Nothing happened yet; also what a field is that was not stored yet. */
export const NEW_TEAM: Team = { version: 0, told: {}, roster: [], pause: null, storms: [], evaluated: NOT_EVALUATED };
