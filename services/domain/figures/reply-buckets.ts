import { type Counts } from './counts.ts';
import { casesIn, type Minutes } from './distribution.ts';

/** How many were answered within so many minutes of opening time, and not within what stands before it. */
export interface ReplyBucket {
  /** null: later than the last bound. */
  readonly within: number | null;
  readonly n: number;
}

/** Upper bounds, in minutes of opening time. */
const BOUNDS = [15, 60, 120, 240, 480] as const;

/** Replies to what an answer was owed to, quickest first, and how many of those still wait or never came. */
export function replyBuckets({ reply = {}, unanswered }: Counts): {
  readonly replies: readonly ReplyBucket[];
  readonly unanswered: number;
} {
  const upTo = (bound: number): number => casesIn(only(reply, (minutes) => minutes <= bound));
  const replies = BOUNDS.map((within, n) => ({ within, n: upTo(within) - upTo(BOUNDS[n - 1] ?? -1) }));
  return {
    replies: [...replies, { within: null, n: casesIn(reply) - upTo(BOUNDS[BOUNDS.length - 1] ?? 0) }],
    unanswered: casesIn(unanswered),
  };
}

function only(minutes: Minutes, fits: (minute: number) => boolean): Minutes {
  return Object.fromEntries(Object.entries(minutes).filter(([minute]) => fits(Number(minute))));
}
