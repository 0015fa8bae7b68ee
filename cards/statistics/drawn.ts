import { type CardElement } from '../adaptive-card.ts';

/** A picture: what it shows in one sentence, for who does not see it, and the elements. None: there is nothing to show. */
export interface Drawn {
  readonly sentence: string;
  readonly elements: readonly CardElement[];
}
