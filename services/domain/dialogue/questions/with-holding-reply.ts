import { refuse } from '../decision.ts';
import { type Dialogue } from '../dialogue.ts';
import { evolve } from '../evolve.ts';
import { type Facts } from '../facts.ts';
import { type Decision, type PersonCommand } from '../messages.ts';
import { decideHold } from '../promises/decide-hold.ts';
import { type Refusal } from '../refusal.ts';

type Ask = Extract<PersonCommand, { type: 'ask' }>;

/**
 * The colleague is asked and the citizen is told when the answer comes: both, or neither. Who corrects the text and
 * presses again then asks nobody twice. A refusal keeps nothing in the dialogue, for storing would draw the card anew
 * and wipe the form: all that was typed stays where it stands.
 */
export function withHoldingReply(dialogue: Dialogue, command: Ask, asking: Decision, facts: Facts): Decision {
  const { by, beside, holding } = command;
  if (holding == null) return asking;
  const { stage } = dialogue;
  if (stage.name !== 'claimed') return refused({ code: 'not-now', stage: stage.name });
  const asked = asking.events.reduce<Dialogue>((d, event) => evolve(d, { ...event, at: facts.at }), dialogue);
  const told = decideHold(asked, { type: 'hold', by, text: '', ...beside, ...holding }, facts);
  if (told.refusal !== null) return refused(told.refusal);
  return { events: [...asking.events, ...told.events], refusal: null };
}

function refused(why: Refusal): Decision {
  return refuse({ code: 'holding-refused', why });
}
