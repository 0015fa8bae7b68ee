import { type Instant } from '../../instant.ts';
import { type Person } from '../../people.ts';
import { happen } from '../decision.ts';
import { othersDialogue } from '../decide-holding.ts';
import { type Dialogue } from '../dialogue.ts';
import { type Facts } from '../facts.ts';
import { type Decision, type PersonCommand } from '../messages.ts';
import { type Refusal } from '../refusal.ts';
import { keepText } from '../reply-text.ts';
import { FURTHEST, heldUntil, LONGEST_NOTE, nextOpen, type Promised } from './promise.ts';

type ComeBack = Extract<PersonCommand, { type: 'comeBack' | 'dropReturn' }>;

/** Terugkomen op, moved and withdrawn. Where somebody works in the dialogue it is theirs to say; else anybody's of the team. */
export function decideComeBack(dialogue: Dialogue, command: ComeBack, facts: Facts): Decision {
  const kept = keepText(dialogue, command, facts);
  const no = othersDialogue(dialogue, command.by);
  if (no !== null) return no;
  // What a citizen was told is moved by telling them anew.
  const told = heldUntil(dialogue);
  if (told !== null) return { events: kept, refusal: { code: 'promised-citizen', at: told } };
  const by = { name: command.by.name, email: command.by.email };
  if (command.type === 'dropReturn')
    return happen(...kept, ...(dialogue.promise == null ? [] : [{ type: 'promiseDropped', by } as const]));
  const wrong = wrongMoment(command.at, facts.at);
  if (command.at === null || wrong !== null) return { events: kept, refusal: wrong };
  return happen(...kept, { type: 'promised', by, promise: promiseAt(command.at, by, command.note, facts) });
}

/** Why nobody can come back then; null when one can. */
export function wrongMoment(at: Instant | null, now: Instant): Refusal | null {
  if (at === null) return { code: 'moment-unreadable' };
  if (at <= now) return { code: 'moment-past', at };
  return at > now + FURTHEST ? { code: 'moment-far' } : null;
}

function promiseAt(asked: Instant, by: Person, note: string, facts: Facts): Promised {
  const at = nextOpen((from, until) => facts.openHours(from, until), asked);
  const about = note.trim().slice(0, LONGEST_NOTE);
  return { at, by, madeAt: facts.at, note: about, ...(at === asked ? {} : { asked }) };
}
