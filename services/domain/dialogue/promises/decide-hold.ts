import { happen } from '../decision.ts';
import { othersDialogue } from '../decide-holding.ts';
import { frozen } from '../decide-by-hand.ts';
import { type Concept, type Dialogue } from '../dialogue.ts';
import { type Facts } from '../facts.ts';
import { type Decision, type PersonCommand } from '../messages.ts';
import { type Refusal } from '../refusal.ts';
import { keepText, checkText, conceptOf, freeze, mayPlaceAlone } from '../reply-text.ts';
import { unread } from '../what-changed.ts';
import { wrongMoment } from './decide-promises.ts';

type Hold = Extract<PersonCommand, { type: 'hold' }>;

/**
 * Tussenbericht: a reply that says when the answer comes goes the way of every reply, alone or by a second pair of eyes.
 * The answer that was being written waits beside it.
 */
export function decideHold(dialogue: Dialogue, command: Hold, facts: Facts): Decision {
  const no = othersDialogue(dialogue, command.by);
  if (no !== null) return no;
  const kept = keepText(dialogue, command, facts);
  const { by, promised, channel } = command;
  const holds = promised ?? facts.at;
  const concept: Concept = { ...conceptOf(dialogue, { by, text: command.holding, channel }, facts), holds };
  const laidAside = { type: 'holdingKept', concept } as const;
  const wrong = whyNot(dialogue, command, concept, facts);
  if (wrong !== null) return { events: [...kept, ...(concept.text === '' ? [] : [laidAside])], refusal: wrong };
  if (!mayPlaceAlone(dialogue, by, concept.text, facts.settings))
    return happen(...kept, { type: 'submitted', concept });
  const publication = freeze(dialogue, concept, concept.writer, by, facts);
  return happen(...kept, laidAside, ...frozen(dialogue, publication, facts.settings));
}

function whyNot(dialogue: Dialogue, command: Hold, concept: Concept, facts: Facts): Refusal | null {
  return (
    unread(dialogue, command.seen) ??
    wrongMoment(command.promised, facts.at) ??
    (command.says ? null : ({ code: 'promise-unsaid' } as const)) ??
    checkText(dialogue, concept, facts)
  );
}
