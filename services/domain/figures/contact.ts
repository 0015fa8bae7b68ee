import { type Dialogue } from '../dialogue/dialogue.ts';
import { type Instant } from '../instant.ts';
import { type Person } from '../people.ts';
import { type Way } from './way.ts';

/** Something that counts as a reply: the holding reply as the first, the answer as the last. */
export interface Reply {
  readonly at: Instant;
  readonly way: Way;
  readonly by: Person | null;
}

/** Where a contact stands, or how it ended. `gone`: the citizen took the words back. */
export type Ending =
  | { readonly how: 'open' }
  | { readonly how: 'answered' }
  | { readonly how: 'aside'; readonly at: Instant; readonly reason: string }
  | { readonly how: 'handedOver'; readonly at: Instant; readonly department: string }
  | { readonly how: 'gone'; readonly at: Instant };

/**
 * One time that a citizen's words ask for a reaction, and what became of it: from the words that open a dialogue, or that
 * re-open one, until it is answered or ends otherwise. What they add meanwhile is the same contact. An ending that was
 * undone (reopened, the reply taken off the network) never was.
 */
export interface Contact {
  readonly postedAt: Instant;
  readonly takenInAt: Instant;
  readonly asked: boolean;
  readonly kind: string;
  readonly topic: string | null;
  /** Watch terms that found it, where it was not addressed to us. */
  readonly terms: readonly string[];
  /** By when an answer was owed, by the norm; null: none is. */
  readonly due: Instant | null;
  /** After the norm had passed it was taken for something that needs no answer, or that may take longer. */
  readonly relabelled: boolean;
  readonly pickedUpAt: Instant | null;
  /** A holding reply counts as the first reply. */
  readonly first: Reply | null;
  /** What a holding reply promised; null: none stands. */
  readonly promisedAt: Instant | null;
  /** How many moments of earlier holding replies had passed when a further one came. */
  readonly broken: number;
  readonly answer: Reply | null;
  readonly ending: Ending;
}

export function contactFrom(
  dialogue: Dialogue,
  postedAt: Instant,
  takenInAt: Instant,
  terms: readonly string[],
): Contact {
  const { asked, kind, topic, due } = dialogue;
  return {
    postedAt,
    takenInAt,
    asked,
    kind,
    topic,
    terms,
    due,
    relabelled: false,
    pickedUpAt: null,
    first: null,
    promisedAt: null,
    broken: 0,
    answer: null,
    ending: { how: 'open' },
  };
}

/** What became of the norm, once it was due: an answer that came, or the ending that let it go before it was due. */
export type Verdict = 'onTime' | 'late' | 'missed';

/**
 * null: no answer was owed, or it left the norm before it was due: set aside, handed over or taken back by the citizen.
 * What ends so *after* that was missed: nobody looks better by sweeping up. Only what is due at `at` is judged.
 */
export function verdictOn({ due, first, ending }: Contact, at: Instant): Verdict | null {
  if (due === null || due > at) return null;
  if (first !== null) return first.at <= due ? 'onTime' : 'late';
  const left = 'at' in ending && ending.at <= due;
  return left ? null : 'missed';
}

/**
 * Whether nothing that it counts for depends on the moment any more: its norm is judged, nobody waits for a first reply,
 * and no promise is still to come true. It may be open still, such as what nobody needs to answer.
 */
export function isSettled({ due, first, answer, promisedAt, ending }: Contact, at: Instant): boolean {
  const open = ending.how === 'open';
  const waits = open && due !== null && first === null;
  const promised = open && answer === null && promisedAt !== null && promisedAt > at;
  return !waits && !promised && (due === null || due <= at);
}
