import { type Dialogue } from './dialogue.ts';
import { evolve } from './evolve.ts';
import { type Facts } from './facts.ts';
import { inHandOf } from './in-hand.ts';
import { type Command, type Decision, type DialogueEvent } from './messages.ts';

/** With these a text comes back to who holds the dialogue. */
const COMES_BACK: ReadonlySet<DialogueEvent['type']> = new Set(['sentBack', 'notPlaced']);

/**
 * What comes back to somebody who is away waits for anybody: nobody would see to it before the claim ends. Who takes their
 * own text back is there, whatever the roster says.
 */
export function withAbsentFreed(
  dialogue: Dialogue | null,
  command: Command,
  decision: Decision,
  facts: Facts,
): Decision {
  const { events } = decision;
  if (dialogue === null || dialogue.own || !events.some(({ type }) => COMES_BACK.has(type))) return decision;
  const by = inHandOf(events.reduce<Dialogue>((d, event) => evolve(d, { ...event, at: facts.at }), dialogue));
  if (by === null || facts.isAway?.(by.email) !== true) return decision;
  const themselves = 'by' in command && command.by.email === by.email;
  return themselves ? decision : { ...decision, events: [...events, { type: 'freed', by }] };
}
