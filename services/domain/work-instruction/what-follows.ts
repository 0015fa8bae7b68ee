import { type Department, type KindRule, ruleFor, type Settings } from './instruction.ts';
import { instructionFor } from './instruction-for.ts';
import { type Norm, normOf } from './norm.ts';
import { preferredReason } from './preferred-reason.ts';
import { type Matter, type SaysYes, saysYes } from './says-yes.ts';
import { suggestedDepartment } from './suggested-department.ts';

/** What the work instruction says of one message: everything that follows from kind, topic, municipality and haste. */
export interface WhatFollows {
  readonly respond: KindRule['respond'];
  /** null: no answer is owed. */
  readonly norm: Norm | null;
  readonly saysYes: SaysYes;
  /** Who probably knows the answer; null: nobody is known for it. */
  readonly department: Department | null;
  /** Chosen beforehand where somebody sets it aside; null: a person must choose. */
  readonly reason: string | null;
  /** The lines of the instruction's text that matter here. */
  readonly text: readonly string[];
}

export function whatFollows(settings: Settings, matter: Matter & { readonly urgent?: boolean }): WhatFollows {
  const { instruction } = settings;
  return {
    respond: ruleFor(instruction, matter.kind).respond,
    norm: normOf(instruction, matter),
    saysYes: saysYes(settings, matter),
    department: suggestedDepartment(settings, matter),
    reason: preferredReason(instruction, matter.kind),
    text: instructionFor(instruction, matter),
  };
}
