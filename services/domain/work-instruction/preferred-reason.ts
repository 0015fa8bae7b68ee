import { type Instruction, type Kind } from './instruction.ts';

/**
 * Why a message of this kind mostly gets no reply, best first: only reasons that are true of every message of the kind, for
 * what stands there already is easily left and is counted. So none for kinds that an answer is owed to: silence to a
 * question is for a person to account for. Of reasons that the settings do not know, none fits: then a person chooses.
 */
const PREFERRED: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  mening: ['mening zonder vraag', 'inwoners onder elkaar'],
  compliment: ['compliment gelezen', 'compliment'],
  overig: ['ruis', 'niet voor ons'],
};

/** The reason that is chosen beforehand, of those that the settings know; null: none. */
export function preferredReason({ noReplyReasons }: Pick<Instruction, 'noReplyReasons'>, kind: Kind): string | null {
  return PREFERRED[kind]?.find((reason) => noReplyReasons.includes(reason)) ?? null;
}

/** The reason that the coordinator must hear of at once. */
export const THREAT = 'bedreiging';
