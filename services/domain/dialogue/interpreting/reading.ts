import { type Instant } from '../../instant.ts';
import { type Person } from '../../people.ts';
import { type Matter } from '../../work-instruction/says-yes.ts';

/** What a dialogue is taken for: first by rules, then by who reads it. */
export interface Reading extends Matter {
  /** Cannot wait as long as the kind says: its norm is halved. */
  readonly urgent: boolean;
}

/** What a person says instead; what is left out stays as it is, whatever it became since the card was drawn. */
export type Correction = Partial<Reading>;

/** What a command may bring along. */
export interface Corrects {
  readonly reading?: Correction | undefined;
}

/** A person corrected the reading: only what changed, as it was and as it is now. Kept for learning from later. */
export interface Interpreted {
  readonly type: 'interpreted';
  readonly by: Person;
  readonly from: Correction;
  readonly to: Correction;
  readonly due: Instant | null;
  /** Another account replies by it; not there: it stays as it was. */
  readonly account?: string;
}

export interface Hastened {
  /** A person says that it cannot wait as long as its kind; not there: nobody did. */
  readonly urgent?: boolean;
}

export function readingOf({ kind, topic, municipality, urgent = false }: Matter & Hastened): Reading {
  return { kind, topic, municipality, urgent };
}
