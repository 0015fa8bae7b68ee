import { DAY, type Duration, type Instant, type Interval } from './instant.ts';

/**
 * The opening hours that touch `[from, until)`, in order, clipped to it, one interval per opening day:
 * `calendar.openHours`, handed in as a function so that the domain needs no calendar.
 */
export type OpenHours = (from: Instant, until: Instant) => readonly Interval[];

/** How far ahead one question to the calendar reaches; most norms end within it. Divides `GIVE_UP`. */
const STEP: Duration = 5 * DAY;

/** After this long without any opening time the clock goes on as a wall clock: a due time must exist. */
const GIVE_UP: Duration = 60 * DAY;

/**
 * The first moment at which `duration` (ms) of opening time has passed since `from`. Never outside opening hours; a
 * norm that is used up exactly at closing time is due at that closing time, not at the next opening.
 * Nothing to add (0 or less) is due at `from` itself, open or not. Where 60 days pass without any opening time, the
 * rest is added as wall-clock time to the last closing time (to `from` when there was none).
 */
export function addOpenTime(openHours: OpenHours, from: Instant, duration: Duration): Instant {
  if (duration <= 0) return from;
  let left = duration;
  let closedSince = from;
  for (let start = from; start - closedSince < GIVE_UP; start += STEP) {
    for (const open of openHours(start, start + STEP)) {
      const length = open.until - open.from;
      if (left <= length) return open.from + left;
      left -= length;
      closedSince = open.until;
    }
  }
  return closedSince + left;
}

/**
 * The last moment from which `duration` (ms) of opening time lies before `until`: `addOpenTime` backwards. Where 60 days
 * before it pass without any opening time, the rest is taken off as wall-clock time.
 */
export function subtractOpenTime(openHours: OpenHours, until: Instant, duration: Duration): Instant {
  if (duration <= 0) return until;
  let left = duration;
  let openedAt = until;
  for (let end = until; openedAt - end < GIVE_UP; end -= STEP) {
    for (const open of openHours(end - STEP, end).toReversed()) {
      const length = open.until - open.from;
      if (left <= length) return open.until - left;
      left -= length;
      openedAt = open.from;
    }
  }
  return openedAt - left;
}

/** The first moment in opening hours at or after `at`; null where 60 days pass without any. */
export function firstOpen(openHours: OpenHours, at: Instant): Instant | null {
  for (let start = at; start - at < GIVE_UP; start += STEP) {
    const [open] = openHours(start, start + STEP);
    if (open !== undefined) return open.from;
  }
  return null;
}

/** The first moment outside opening hours at or after `at`; null where it goes on being open for 60 days. */
export function firstClosed(openHours: OpenHours, at: Instant): Instant | null {
  let closed = at;
  for (let start = at; start - at < GIVE_UP; start += STEP) {
    for (const open of openHours(start, start + STEP)) {
      if (closed < open.from) return closed;
      closed = open.until;
    }
    if (closed < start + STEP) return closed;
  }
  return null;
}

/** Opening time in ms between two moments; 0 when `until` is not after `from`. */
export function openTimeBetween(openHours: OpenHours, from: Instant, until: Instant): Duration {
  if (until <= from) return 0;
  return openHours(from, until).reduce((sum, open) => sum + open.until - open.from, 0);
}

/**
 * The closing time of the `days`-th opening day after `from`. Only whole days count: the day that is already open at
 * `from` is not one of them, a day that opens exactly at `from` is. So three days after Monday afternoon is Thursday's
 * closing time. 0 or less gives `from`. Where 60 days pass without an opening day, the days that are missing are
 * added as days of 24 h to the last closing time (to `from` when there was none).
 */
export function addOpenDays(openHours: OpenHours, from: Instant, days: number): Instant {
  if (days <= 0) return from;
  for (let span = 8 * DAY; ; span *= 2) {
    const until = from + span;
    // One ms earlier shows which day was open already; a day that touches the end of the window may go on after it.
    const whole = openHours(from - 1, until).filter((open) => open.from >= from && open.until < until);
    const last = whole[days - 1];
    if (last !== undefined) return last.until;
    const closedSince = whole.at(-1)?.until ?? from;
    if (until - closedSince > GIVE_UP) return closedSince + (days - whole.length) * DAY;
  }
}
