import { type Spent } from '../charges.ts';
import { type Mode } from '../dialogue/dialogue.ts';
import { type Instant } from '../instant.ts';
import { type Period } from './period.ts';
import { type PeriodFigures } from './period-figures.ts';

/** All that the card, the export, the evaluation and the report on Monday are made from: the same numbers for each. */
export interface Report {
  readonly at: Instant;
  readonly mode: Mode;
  readonly period: Period;
  /** By id; null: all of them together. */
  readonly municipality: string | null;
  readonly figures: PeriodFigures;
  /** Of the stretch before it. What is open now is the same in both. */
  readonly before: PeriodFigures;
  /** The goal of the work instruction: share of owed answers that must come in time, in %. */
  readonly goal: number;
  /** What X cost in the calendar months (UTC) that the period touches; null: not known. */
  readonly cost: Spent | null;
}
