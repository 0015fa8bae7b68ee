import { type Member, type Person } from '../people.ts';
import { type InstructionChange } from './instruction-changes.ts';
import { type Snapshot } from './instruction-snapshot.ts';

export type EvaluationCommand =
  /** What the settings say, at a start. */
  | { readonly type: 'seeInstruction'; readonly snapshot: Snapshot }
  | { readonly type: 'agree'; readonly by: Member; readonly month: string; readonly text: string }
  /** `begun`: this week's first opening moment was already, so that the first report comes next week. */
  | {
      readonly type: 'switchReport';
      readonly by: Member;
      readonly on: boolean;
      readonly week: string;
      readonly begun: boolean;
    }
  /** This week's first opening moment is there. `about`: the week before it. */
  | { readonly type: 'reportDue'; readonly week: string; readonly about: string }
  | { readonly type: 'reportRefused'; readonly email: string; readonly about: string };

export type EvaluationEvent =
  /** The first time: nothing changed. */
  | { readonly type: 'instructionSeen'; readonly snapshot: Snapshot }
  /** `more`: so many changes beside those that are told. `values`: all that is different, null for what is gone. */
  | {
      readonly type: 'instructionChanged';
      readonly changes: readonly InstructionChange[];
      readonly more: number;
      readonly values: Readonly<Record<string, string | null>>;
    }
  | { readonly type: 'agreed'; readonly by: Person; readonly month: string; readonly text: string }
  | { readonly type: 'reportOn'; readonly who: Person; readonly told: string }
  | { readonly type: 'reportOff'; readonly who: Person }
  | { readonly type: 'reportFell'; readonly to: readonly Person[]; readonly week: string; readonly about: string }
  | { readonly type: 'reportUnreached'; readonly email: string; readonly about: string };

export type EvaluationRefusal =
  | { readonly code: 'may-not-agree' }
  | { readonly code: 'empty-agreement' }
  | { readonly code: 'long-agreement'; readonly over: number; readonly limit: number }
  | { readonly code: 'may-not-report' }
  | { readonly code: 'report-on-already' }
  | { readonly code: 'report-not-on' };
