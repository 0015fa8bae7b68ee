import { hasRole } from '../../people.ts';
import { happen, NOTHING, refuse } from '../decision.ts';
import { type Dialogue } from '../dialogue.ts';
import { type Decision } from '../messages.ts';
import { type TogetherCommand } from './messages.ts';
import { decidePassOn, decidePassOnAnswered } from './pass-on.ts';
import { LONGEST_NOTE_TEXT } from './together.ts';

/** A note can always be made, by whoever does webcare; how well a citizen is known is told once, and only when they are. */
export function decideBeside(dialogue: Dialogue, command: TogetherCommand): Decision {
  switch (command.type) {
    case 'note': {
      const { who, note } = command;
      if (!hasRole(who, 'webcare')) return refuse({ code: 'no-role', role: 'webcare' });
      const over = note.trim().length - LONGEST_NOTE_TEXT;
      if (over > 0) return refuse({ code: 'long-note', over, limit: LONGEST_NOTE_TEXT });
      return note.trim() === ''
        ? NOTHING
        : happen({ type: 'noted', by: { name: who.name, email: who.email }, note: note.trim() });
    }
    case 'passPraise':
      return decidePassOn(dialogue, command);
    case 'praiseArrived':
      return decidePassOnAnswered(dialogue, command);
    case 'acquaint': {
      const { all, thisMonth } = command;
      return all === 0 || dialogue.earlier !== undefined ? NOTHING : happen({ type: 'acquainted', all, thisMonth });
    }
  }
}
