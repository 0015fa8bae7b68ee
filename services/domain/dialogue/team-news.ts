import { type Person } from '../people.ts';
import { type PlacingPause } from '../team/placing-pause.ts';
import { type Holder } from './dialogue.ts';

/** What the team's own state brings to a dialogue. */
export type TeamNewsCommand =
  /** Placing stands still: the frozen text waits. */
  | { readonly type: 'holdBack'; readonly pause: PlacingPause }
  /** Somebody is away. `wasOnDuty`: they would be on duty now. */
  | { readonly type: 'wentAbsent'; readonly who: Person; readonly wasOnDuty: boolean };

export type TeamNewsEvent =
  | { readonly type: 'heldBack'; readonly pause: PlacingPause }
  /** Who had it is away: it waits, for anybody, and the concept stays. */
  | { readonly type: 'freed'; readonly by: Holder }
  /** Who was asked for a yes is away: others are asked. */
  | { readonly type: 'approverLeft'; readonly who: Person };
