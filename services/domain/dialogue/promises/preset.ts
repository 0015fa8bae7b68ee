import { DAY, type Duration, HOUR, type Instant } from '../../instant.ts';
import { type OpenHours } from '../../open-time.ts';

/** An answer is promised this long before closing, so that there is time left to keep it. */
const BEFORE_CLOSING: Duration = HOUR;
/** And so long after the next opening when today is too short: half a working day. */
const AFTER_OPENING: Duration = 3.5 * HOUR;

/** The moment that a promise is prefilled with: late today, or half way the next opening day when that is within the hour. */
export function presetMoment(openHours: OpenHours, at: Instant): Instant {
  const [first, second] = openHours(at, at + 14 * DAY);
  if (first === undefined) return at + DAY;
  const today = first.until - BEFORE_CLOSING;
  if (first.from <= at && today >= at + HOUR) return today;
  const next = first.from > at ? first : (second ?? first);
  return Math.min(next.from + AFTER_OPENING, next.until);
}
