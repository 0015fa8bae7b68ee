import { type Duration } from '../instant.ts';
import { type Instruction, type Kind, ruleFor } from './instruction.ts';

/** Within which time an answer is due, and whether that time also runs outside opening hours. */
export interface Norm {
  readonly within: Duration;
  readonly outsideHours: boolean;
}

/** The kind's own norm, else that of all; with haste half of it. null: no answer is owed. */
export function normOf(
  instruction: Instruction,
  { kind, urgent = false }: { readonly kind: Kind; readonly urgent?: boolean },
): Norm | null {
  const { respond, within, outsideHours } = ruleFor(instruction, kind);
  if (respond !== true) return null;
  const whole = within ?? instruction.answer.within;
  return { within: urgent ? whole / 2 : whole, outsideHours };
}
