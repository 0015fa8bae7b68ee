import { type Instant } from '../../instant.ts';
import { type Person } from '../../people.ts';

/** Something to know for the team alone. */
export interface Note {
  readonly at: Instant;
  readonly by: Person;
  /** As it was typed: personal data in it is masked when it is shown. */
  readonly text: string;
}

/** How often this citizen spoke to us before, when the dialogue began. */
export interface Acquainted {
  readonly all: number;
  /** Of those, in the same month by the clock of the town hall. */
  readonly thisMonth: number;
}

/** A compliment that went to who earned it. It cannot be taken back. */
export interface Praise {
  readonly at: Instant;
  readonly by: Person;
  /** By name; null where one colleague was named. */
  readonly department: string | null;
  readonly people: readonly Person[];
  /** null: it is still to be sent. `thread`: some could not be reached 1:1, and were mentioned there. */
  readonly reach: 'chat' | 'thread' | null;
}

/** What a dialogue has because more than one person works on it. Nothing of it is there until it happens. */
export interface Together {
  /** Oldest first, the last ones; all are in the events. */
  readonly notes?: readonly Note[];
  /** The words of somebody else before the concept as it is now, or those that were submitted. */
  readonly rewritten?: { readonly before: string; readonly writer: Person };
  readonly earlier?: Acquainted;
  readonly praise?: Praise;
}

/** The longest note, in UTF-16 units. */
export const LONGEST_NOTE_TEXT = 2_000;

/** What a card shows of them, and what is kept beside the events. */
export const NOTES_KEPT = 10;
