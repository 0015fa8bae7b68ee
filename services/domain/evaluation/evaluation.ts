import { type Report } from '../figures/report.ts';
import { type Instant } from '../instant.ts';
import { type Entry } from '../overview/entry.ts';
import { type StandingAnswer } from '../work-instruction/instruction.ts';
import { type Agreement } from './agreement.ts';
import { type InstructionChange } from './instruction-changes.ts';
import { type TalkReason } from './talk-rules.ts';
import { type Worth } from './worth.ts';

/** A dialogue to talk about, and why. */
export interface Talk {
  readonly reason: TalkReason;
  readonly entry: Entry;
}

/** What was found different at a start. `more`: so many changes that are not told. */
export interface SeenChanges {
  readonly at: Instant;
  readonly changes: readonly InstructionChange[];
  readonly more: number;
}

/** All that the team looks at when it evaluates a month. */
export interface Evaluation {
  readonly report: Report;
  /** Name of the municipality; null: all of them together. */
  readonly place: string | null;
  /** `2026-11` */
  readonly month: string;
  /** It was chosen by the day of the month, not typed. */
  readonly usual: boolean;
  readonly talks: readonly Talk[];
  readonly overdue: readonly StandingAnswer[];
  readonly seen: readonly SeenChanges[];
  /** Of an earlier month, to look back on; null: there is none. */
  readonly agreed: Agreement | null;
  /** Of this month, as it was recorded last; null: not yet. */
  readonly agreement: Agreement | null;
  /** Who looks may record one. */
  readonly mayAgree: boolean;
  /** null: the settings say nothing of it. */
  readonly worth: Worth | null;
}
