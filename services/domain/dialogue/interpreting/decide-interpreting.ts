import { hasRole, type Person } from '../../people.ts';
import { readingChoices } from '../../work-instruction/reading-choices.ts';
import { dueFor, othersDialogue } from '../decide-holding.ts';
import { happen, NOTHING, refuse } from '../decision.ts';
import { type Dialogue } from '../dialogue.ts';
import { type Facts } from '../facts.ts';
import { type Decision, type PersonCommand } from '../messages.ts';
import { allows } from '../transitions.ts';
import { correctedAccount } from '../reply-account.ts';
import { unanswered } from '../what-to-answer.ts';
import { type Correction, type Interpreted, type Reading, readingOf } from './reading.ts';

/**
 * What a person says of the message beside what they ask: it holds whatever becomes of the command, for who may give the
 * command has read the message. Nothing said, or what it was taken for already: nothing.
 */
export function decideInterpreting(dialogue: Dialogue, command: PersonCommand, facts: Facts): Decision {
  const said = 'reading' in command ? command.reading : undefined;
  const { name } = dialogue.stage;
  const open = !dialogue.own && (name === 'waiting' || name === 'claimed');
  const may = hasRole(command.by, 'webcare') && allows(name, command.type) && !othersDialogue(dialogue, command.by);
  if (said === undefined || !open || !may) return NOTHING;
  if (!isKnown(said, facts)) return refuse({ code: 'unknown-choice' });
  const event = interpreted(dialogue, said, command.by, facts);
  return event === null ? NOTHING : happen(event);
}

function interpreted(dialogue: Dialogue, said: Correction, { name, email }: Person, facts: Facts): Interpreted | null {
  const was = readingOf(dialogue);
  const now: Reading = { ...was, ...said };
  const changed = (Object.keys(now) as (keyof Reading)[]).filter((field) => now[field] !== was[field]);
  if (changed.length === 0) return null;
  const only = (reading: Reading): Correction => Object.fromEntries(changed.map((field) => [field, reading[field]]));
  const account = correctedAccount(dialogue, now.municipality, facts.settings);
  return {
    type: 'interpreted',
    by: { name, email },
    from: only(was),
    to: only(now),
    due: dueAs(dialogue, now, changed, facts),
    ...(account === null || account === dialogue.account ? {} : { account }),
  };
}

/** From the moment that the citizen posted. What waits for something else than the norm of its kind waits on. */
function dueAs(dialogue: Dialogue, now: Reading, changed: readonly (keyof Reading)[], facts: Facts): number | null {
  const decides = changed.includes('kind') || changed.includes('urgent');
  const waits = unanswered(dialogue).length > 0;
  if (!decides || !waits) return dialogue.due;
  const due = dueFor({ ...dialogue, ...now }, facts);
  // Haste alone never gives time, also where what we said elsewhere began the clock at another moment.
  const hastened = now.urgent && !changed.includes('kind');
  return due !== null && hastened ? Math.min(due, dialogue.due ?? due) : due;
}

/** What the settings know; they may have changed since the card was drawn. */
function isKnown({ kind, topic, municipality }: Correction, { settings }: Facts): boolean {
  const { kinds, topics, municipalities } = readingChoices(settings);
  return (
    (kind === undefined || kinds.includes(kind)) &&
    (topic === undefined || topic === null || topics.includes(topic)) &&
    (municipality === undefined || municipality === null || municipalities.some(({ id }) => id === municipality))
  );
}

/** What goes to the citizen by the click itself. */
const PLACES: ReadonlySet<PersonCommand['type']> = new Set(['place', 'hold']);

/** The card named another account than would speak now: who places sees that first. null: it named the same. */
export function accountChanged(command: PersonCommand, { events }: Decision): Decision | null {
  const account = events.find((event) => event.type === 'interpreted')?.account;
  return account === undefined || !PLACES.has(command.type) ? null : refuse({ code: 'account-changed', account });
}
