import { type Decision, type DialogueEvent } from './messages.ts';
import { type Refusal } from './refusal.ts';

/** There was nothing to do (any more). */
export const NOTHING: Decision = { events: [], refusal: null };

export function refuse(refusal: Refusal): Decision {
  return { events: [], refusal };
}

export function happen(...events: readonly DialogueEvent[]): Decision {
  return { events, refusal: null };
}
