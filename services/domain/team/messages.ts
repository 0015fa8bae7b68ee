import { type BusyCommand, type BusyEvent, type BusyRefusal } from '../busy/messages.ts';
import { type Instant, type Interval } from '../instant.ts';
import { type Shifts } from '../roster/duty.ts';
import {
  type RosterCommand,
  type RosterEvent,
  type RosterRefusal,
  type SeeToAbsence,
} from '../roster/roster-messages.ts';
import { type EvaluationCommand, type EvaluationEvent, type EvaluationRefusal } from '../evaluation/messages.ts';
import { type Settings } from '../work-instruction/instruction.ts';
import { type PauseCommand, type PauseEvent, type PauseRefusal } from './placing-pause.ts';
import { type Tell, type ToldEvent } from './told.ts';

/** What is asked of the team's own state. */
export type TeamCommand = Tell | PauseCommand | RosterCommand | SeeToAbsence | BusyCommand | EvaluationCommand;

/** What happened to it. Append-only: its history. */
export type TeamEvent = ToldEvent | PauseEvent | RosterEvent | BusyEvent | EvaluationEvent;

/** An event with its moment, as it is kept. */
export type TeamHappened = TeamEvent & { readonly at: Instant };

/** Why something was not done; the cards say it in one sentence. */
export type TeamRefusal = PauseRefusal | RosterRefusal | BusyRefusal | EvaluationRefusal;

/** No events and no refusal: there was nothing to do (any more). */
export interface TeamDecision {
  readonly events: readonly TeamEvent[];
  readonly refusal: TeamRefusal | null;
}

/** What a decision may know beside the state and the command. The functions are pure. */
export interface TeamFacts {
  readonly at: Instant;
  readonly settings: Settings;
  openHours(from: Instant, until: Instant): readonly Interval[];
  /** Of the fixed week. */
  readonly shifts: Shifts;
}
