import { type Instant } from '../instant.ts';
import { type Person } from '../people.ts';
import { type Author, type NetworkName, type Via } from '../post.ts';
import { type Interpretation } from '../work-instruction/interpret.ts';
import { type Concept, type DialoguePost, type Holder, type Mode } from './dialogue.ts';
import { type InStorm } from './listed/in-storm.ts';

/** With what a dialogue begins: the first words of a citizen, or of ours. */
export type Beginning =
  | {
      readonly type: 'opened';
      readonly dialogue: string;
      readonly mode: Mode;
      readonly network: NetworkName;
      /** Where it came from and who brought it in, on network `manual` alone. */
      readonly via?: Via;
      readonly by?: Person;
      readonly thread: string;
      readonly citizen: Author;
      readonly asked: boolean;
      readonly account: string | null;
      readonly post: DialoguePost;
      readonly interpretation: Interpretation;
      readonly due: Instant | null;
      readonly storm?: InStorm;
    }
  /** An own post, with its first words, held by who wrote them. */
  | {
      readonly type: 'begun';
      readonly dialogue: string;
      readonly mode: Mode;
      readonly network: NetworkName;
      readonly account: string;
      readonly municipality: string | null;
      readonly by: Holder;
      readonly concept: Concept;
    };
