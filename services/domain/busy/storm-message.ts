import { type Instant } from '../instant.ts';
import { type Hitch } from '../dialogue/publication.ts';
import { type Person } from '../people.ts';
import { type Author, type NetworkName } from '../post.ts';
import { type Counts } from './lists.ts';
import { type ManyText } from './many-text.ts';
import { type Call, type Storm } from './storm.ts';

/** One dialogue in a line. */
export interface StormLine {
  readonly dialogue: string;
  readonly citizen: Author;
  readonly network: NetworkName;
  readonly postedAt: Instant;
  /** Masked; null: gone, or said in private. */
  readonly text: string | null;
  readonly due: Instant | null;
  /** That moment was told to have passed. */
  readonly late: boolean;
  /** Who has it; null: nobody. */
  readonly holder: string | null;
  /** Where its own card stands; null: it has none, or not yet. */
  readonly thread: string | null;
}

/** How far a text for many is. */
export interface Progress {
  readonly placed: number;
  readonly underway: number;
  readonly failed: readonly { readonly citizen: Author; readonly hitch: Hitch }[];
  readonly passed: number;
}

interface OfStorm {
  /** Its name. */
  readonly storm: string;
  readonly practice: boolean;
  readonly over: boolean;
}

/**
 * What stands in the channel about a storm: data, without anything that changes by the clock alone, so that a message is
 * edited only when it says something else.
 */
export type StormMessage =
  | (OfStorm & {
      readonly what: 'storm';
      readonly state: Omit<Storm, 'texts' | 'call'> & { readonly called: boolean };
      readonly counts: Counts;
      readonly topics: readonly { readonly topic: string | null; readonly counts: Counts }[];
      /** On cards of their own, and nobody has them: before all else. */
      readonly urgent: readonly StormLine[];
    })
  | (OfStorm & {
      readonly what: 'list';
      readonly topic: string | null;
      readonly counts: Counts;
      /** By the name of the municipality; null: unknown. */
      readonly towns: readonly { readonly name: string | null; readonly counts: Counts }[];
      readonly next: readonly StormLine[];
    })
  | (OfStorm & { readonly what: 'call'; readonly call: Call })
  | (OfStorm & {
      readonly what: 'unheard';
      readonly count: number;
      readonly owed: number;
      /** Over the norm already. */
      readonly late: number;
      readonly first: readonly StormLine[];
      /** What did not begin in the storm, and of which nobody was reminded because of it. */
      readonly beside: { readonly count: number; readonly first: readonly StormLine[] };
      readonly to: readonly Person[];
    })
  | (OfStorm & {
      readonly what: 'many';
      readonly many: Omit<ManyText, 'targets'>;
      readonly count: number;
      /** Handles of some of whom it is for. */
      readonly who: readonly string[];
      /** As it will stand there: with the longest of the names, and without a name, as far as there are such. */
      readonly examples: readonly string[];
      readonly progress: Progress;
    })
  | (OfStorm & {
      readonly what: 'many-asked';
      readonly many: string;
      readonly count: number;
      readonly by: Person;
      readonly to: readonly Person[];
    });

export type StormMessageOf<What extends StormMessage['what']> = Extract<StormMessage, { what: What }>;
