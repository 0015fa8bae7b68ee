import { type Instant } from '../../instant.ts';
import { type Promised } from './promise.ts';

/** A text that may be a holding reply: then the moment that it names. */
export interface Holds {
  readonly holds?: Instant;
}

/** What a dialogue knows of promises. Not there: none, as in what was stored before there were any. */
export interface Promising<Text> {
  readonly promise?: Promised | null;
  /** The other text of two: the answer, while a holding reply is on the table; else a holding reply that came back from there. */
  readonly other?: Text | null;
}
