import { type Instant } from '../../instant.ts';
import { type Member, type Person } from '../../people.ts';
import { type Concept, type Holder } from '../dialogue.ts';
import { type Publication } from '../publication.ts';
import { type Alone } from './in-storm.ts';

/** What a storm asks of a dialogue: by who takes the next one, by a text for many that was said yes to, or by its end. */
export type ListedCommand =
  | { readonly type: 'takeFromList'; readonly taker: Member }
  | {
      readonly type: 'placeMany';
      /** Name of the text for many. */
      readonly many: string;
      /** For this citizen, without signature. */
      readonly text: string;
      /** The newest words of the citizen that were read; later ones are not answered by it. */
      readonly wroteAt: number;
      readonly submitter: Holder;
      readonly approver: Person;
      /** Not before, for many do not go at once. */
      readonly placeAt: Instant;
    }
  | { readonly type: 'stopMany'; readonly many: string; readonly stopper: Person }
  /** A storm is over in which the claim on this dialogue stood still. */
  | { readonly type: 'stormPassed' };

export type ListedEvent =
  | { readonly type: 'takenFromList'; readonly by: Holder }
  | { readonly type: 'singled'; readonly because: Alone }
  /** A text for many is frozen here, signed by who submitted it. */
  | {
      readonly type: 'frozenForMany';
      readonly by: Holder;
      readonly concept: Concept;
      readonly publication: Publication;
    };
