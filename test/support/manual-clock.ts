import { type Duration, type Instant } from '../../services/domain/instant.ts';
import { type Clock } from '../../services/ports/clock.ts';

/** A clock that goes only when it is told to. */
export interface ManualClock extends Clock {
  advance(by: Duration): void;
}

/** Begins on Tuesday 24 November 2026, 10:00 in the Netherlands. */
export function createManualClock(start: Instant = Date.UTC(2026, 10, 24, 9)): ManualClock {
  let now = start;
  return {
    now: () => now,
    advance(by) {
      now += by;
    },
  };
}
