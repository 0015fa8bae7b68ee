import { type Instruction, type Kind } from './instruction.ts';

/**
 * Why a message of this kind mostly gets no reply, best first. Only for kinds that no answer is owed to: silence to a
 * question is for a person to account for, and a reason that stands there already is too easily left.
 */
const PREFERRED: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  mening: ['mening zonder vraag', 'inwoners onder elkaar'],
  compliment: ['mening zonder vraag'],
  overig: ['ruis', 'niet voor ons'],
};

/** The reason that is chosen beforehand, of those that the settings know; null: none. */
export function preferredReason({ noReplyReasons }: Pick<Instruction, 'noReplyReasons'>, kind: Kind): string | null {
  return PREFERRED[kind]?.find((reason) => noReplyReasons.includes(reason)) ?? null;
}

/** The reason that the coordinator must hear of at once. */
export const THREAT = 'bedreiging';
