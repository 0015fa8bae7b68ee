import { type Instant } from './instant.ts';
import { type Person } from './people.ts';
import { type NetworkName } from './post.ts';
import { type WarnPercent } from './spending.ts';
import { type PlacingPause } from './team/placing-pause.ts';

/** What was read when something went missing: who names an account of ours, or what `watch` listens for, by its names. */
export type ReadFor =
  | { readonly kind: 'mentions'; readonly account: string }
  | { readonly kind: 'search'; readonly terms: readonly string[] };

/** A stretch of time of which posts may be missing for good. */
export interface Gap {
  readonly readFor: ReadFor;
  readonly from: Instant;
  readonly until: Instant;
}

/** Something that people must know and that is about no single dialogue. */
export type Alert =
  /** A network shows only so much, and more was written than it shows: what is from this stretch may be missing for good. */
  | ({ readonly what: 'gap'; readonly network: NetworkName } & Gap)
  /** So much of the monthly ceiling is spent. USD; `month` is a calendar month in UTC, `2026-11`. */
  | {
      readonly what: 'spending';
      readonly network: NetworkName;
      readonly percent: WarnPercent;
      readonly spent: number;
      readonly monthly: number;
      readonly month: string;
    }
  /** Somebody (`by`) set a message aside as a threat. */
  | {
      readonly what: 'threat';
      readonly network: NetworkName;
      readonly by: string;
      readonly at: Instant;
      readonly link: string | null;
    }
  /** A network has not let itself be read since then; `refused`: it says that we may not. `who` sees to it: coordinators. */
  | {
      readonly what: 'network-down';
      readonly network: NetworkName;
      readonly since: Instant;
      readonly refused: boolean;
      readonly who: readonly string[];
    }
  /** The webcare channel cannot be posted in, or has another name than the settings say. */
  | { readonly what: 'channel'; readonly trouble: 'removed' | 'deleted' | 'renamed' }
  /** We are open and nobody is on duty, in this stretch. */
  | { readonly what: 'nobody-on-duty'; readonly from: Instant; readonly until: Instant }
  /** Nothing of ours is placed until somebody lifts it; everybody must know. */
  | { readonly what: 'placing-paused'; readonly pause: PlacingPause }
  | { readonly what: 'placing-resumed'; readonly by: Person; readonly pause: PlacingPause };
