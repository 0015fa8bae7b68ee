import { type IncomingHttpHeaders } from 'node:http';
import { DAY, type Duration, type Instant, SECOND } from '../../domain/instant.ts';
import { WINDOW } from './documented-limits.ts';

/** X's names of what it counts; the last is over all accounts of the app. */
const COUNTED = { 'x-rate-limit': WINDOW, 'x-user-limit-24hour': DAY, 'x-app-limit-24hour': DAY } as const;
export type Counted = keyof typeof COUNTED;

/** What an answer says of one of X's windows. */
export interface ToldWindow {
  readonly name: Counted;
  /** How many requests more X takes in it; NaN when it does not say. */
  readonly remaining: number;
  /** Which window: the second at which it ends, on X's clock. */
  readonly reset: number;
  /** From the answer until then, by X's clock alone; all of it when the answer has no `Date`. */
  readonly wait: Duration;
}

export function windowsIn(headers: IncomingHttpHeaders): readonly ToldWindow[] {
  const theirNow = Date.parse(headers.date ?? '');
  return (Object.keys(COUNTED) as Counted[])
    .map((name) => {
      const reset = number(headers[`${name}-reset`]);
      const wait = Number.isNaN(theirNow) ? COUNTED[name] : reset * SECOND - theirNow;
      return { name, remaining: number(headers[`${name}-remaining`]), reset, wait };
    })
    .filter(({ reset }) => !Number.isNaN(reset));
}

/** What `Retry-After` asks for, in ms; NaN when it is not there. A moment instead of seconds is measured on X's clock. */
export function retryAfterIn(headers: IncomingHttpHeaders): Duration {
  const said = headers['retry-after'];
  const seconds = number(said);
  if (said === undefined || !Number.isNaN(seconds)) return seconds * SECOND;
  return Date.parse(said) - Date.parse(headers.date ?? '');
}

/**
 * When X may be asked again after a 429, on our own clock. X names a moment of *its* clock (unix seconds), so the wait
 * is measured against the `Date` header of the same answer: our clock may be wrong. Without any header it is
 * 15 minutes, the length of X's window.
 */
export function retryAt(headers: IncomingHttpHeaders, now: Instant): Instant {
  const windows = windowsIn(headers);
  // A daily limit is used up while the 15-minute one is not: the latest reset of those used up counts.
  const usedUp = windows.filter(({ remaining }) => remaining === 0);
  const waits = (usedUp.length > 0 ? usedUp : windows.slice(0, 1)).map(({ wait }) => wait);
  const retryAfter = retryAfterIn(headers);
  if (!Number.isNaN(retryAfter)) waits.push(retryAfter);
  const wait = waits.length > 0 ? Math.max(...waits) : WINDOW;
  return now + Math.min(Math.max(wait, SECOND), DAY);
}

function number(header: string | string[] | undefined): number {
  return typeof header === 'string' && header !== '' ? Number(header) : NaN;
}
