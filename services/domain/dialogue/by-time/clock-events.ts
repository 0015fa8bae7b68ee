import { type Instant } from '../../instant.ts';
import { type Person } from '../../people.ts';
import { type Holder } from '../dialogue.ts';
import { type Nudge } from './clock-state.ts';

/** What time alone does to a dialogue. */
export type ClockEvent =
  /** The holder was reminded of the claim, which ends at `until`; null: it does not. */
  | { readonly type: 'claimReminded'; readonly by: Holder; readonly until: Instant | null }
  /** Nothing was done with it: it waits again, for anybody. */
  | { readonly type: 'claimExpired'; readonly by: Holder }
  /** The moment before which an answer was due passed without one. */
  | { readonly type: 'becameLate'; readonly due: Instant }
  /** Who can act was reminded of the norm; `storm`: they are to be, when that is over. */
  | { readonly type: 'nudged'; readonly what: Nudge; readonly due: Instant; readonly storm?: string }
  /** A storm is over in which claims stood still: this one begins anew, without a word. */
  | { readonly type: 'claimResumed' }
  /** It cannot wait and it is closed: these people stand by and hear it 1:1. None: nobody stands by. */
  | { readonly type: 'standByCalled'; readonly people: readonly Person[] }
  | { readonly type: 'standByTold'; readonly who: Person }
  /** There is no way to any of them in Teams. */
  | { readonly type: 'standByUnreached' };

/** Lines in the thread that time brings. */
export type Reminder = 'claim-reminder' | 'claim-expired' | 'due-soon' | 'due-late' | 'stand-by-unreached';
