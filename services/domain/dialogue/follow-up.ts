import { type Instant } from '../instant.ts';
import { type Interpretation, NO_KIND } from '../work-instruction/interpret.ts';
import { dueFrom } from './decide-holding.ts';
import { type Dialogue, holderOf } from './dialogue.ts';
import { type Facts } from './facts.ts';
import { isListed } from './listed/place-in-storm.ts';
import { type DialogueEvent } from './messages.ts';
import { kindNeedsYes, topicNeedsYes } from './reply-text.ts';

/**
 * The dialogue comes back for who had it, or as waiting when that person is off duty. `read` is how the new words read
 * by themselves; an answer to them is due from `postedAt`.
 */
export function followUp(
  dialogue: Dialogue,
  read: Interpretation,
  postedAt: Instant,
  facts: Facts,
): Extract<DialogueEvent, { type: 'followedUp' }> {
  const had = holderOf(dialogue.stage);
  // On a list nobody has it: who takes it from there does.
  const there = had !== null && !isListed(dialogue) && facts.onDuty(facts.at).some(({ email }) => email === had.email);
  const interpretation = { ...read, kind: kindOf(dialogue, read, facts), topic: topicOf(dialogue, read, facts) };
  return {
    type: 'followedUp',
    for: there ? had : null,
    had,
    interpretation,
    due: dueFrom(interpretation, postedAt, facts),
  };
}

/** A question mark in the citizen's next post does not take the second pair of eyes off a complaint. */
function kindOf({ kind }: Dialogue, read: Interpretation, { settings: { instruction } }: Facts): string {
  if (read.kind === NO_KIND) return kind;
  return kindNeedsYes(instruction, kind) && !kindNeedsYes(instruction, read.kind) ? kind : read.kind;
}

function topicOf({ topic }: Dialogue, read: Interpretation, { settings: { instruction } }: Facts): string | null {
  return topicNeedsYes(instruction, topic) || read.topic === null ? topic : read.topic;
}
