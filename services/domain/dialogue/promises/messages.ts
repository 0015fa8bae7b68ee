import { type Instant } from '../../instant.ts';
import { type Person } from '../../people.ts';
import { type Channel } from '../channel.ts';
import { type Concept, type Holder } from '../dialogue.ts';
import { type Corrects } from '../interpreting/reading.ts';
import { type Promised } from './promise.ts';

/** The answer that stood on the card that was clicked, '' without one, and what was chosen beside it. */
interface Beside extends Corrects {
  readonly text: string;
  readonly channel?: Channel | undefined;
}

/** A holding reply as it was typed: the text, the moment that it promises (null: unreadable), and whether it names that. */
export interface HoldingReply {
  readonly holding: string;
  readonly promised: Instant | null;
  readonly says: boolean;
  /** Version of the dialogue on the card that was clicked. */
  readonly seen: number;
}

/** What a person asks. */
export type PromiseCommand = Beside &
  (
    | /** Terugkomen op. `at` null: what was typed is no moment. */
      { readonly type: 'comeBack'; readonly at: Instant | null; readonly note: string }
    | { readonly type: 'dropReturn' }
    /** Tussenbericht. */
    | ({ readonly type: 'hold' } & HoldingReply)
  );

export type PromiseEvent =
  | { readonly type: 'promised'; readonly by: Person; readonly promise: Promised }
  | { readonly type: 'promiseDropped'; readonly by: Person }
  /** Its moment came. Where nobody works in the dialogue it is open again: for who had it, or as waiting. */
  | { readonly type: 'cameBack'; readonly promise: Promised; readonly for: Holder | null; readonly had: Holder | null }
  /** The text of a holding reply, beside the answer that is being written. */
  | { readonly type: 'holdingKept'; readonly concept: Concept };
