import { type BusyEvent, type BusyRefusal } from './messages.ts';

/** What was decided: events, or a refusal. Neither: there was nothing to do. */
export interface BusyDecision {
  readonly events: readonly BusyEvent[];
  readonly refusal: BusyRefusal | null;
}

export function happens(...events: readonly BusyEvent[]): BusyDecision {
  return { events, refusal: null };
}

export function no(refusal: BusyRefusal): BusyDecision {
  return { events: [], refusal };
}
