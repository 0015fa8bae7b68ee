import { type IncomingHttpHeaders } from 'node:http';
import { DAY, type Instant, MINUTE, SECOND } from '../../domain/instant.ts';

const WINDOWS = ['x-rate-limit', 'x-user-limit-24hour', 'x-app-limit-24hour'] as const;

/**
 * When X may be asked again after a 429, on our own clock. X names a moment of *its* clock (unix seconds), so the wait
 * is measured against the `Date` header of the same answer: our clock may be wrong. Without any header it is
 * 15 minutes, the length of X's window.
 */
export function retryAt(headers: IncomingHttpHeaders, now: Instant): Instant {
  const theirNow = Date.parse(headers.date ?? '');
  const from = Number.isNaN(theirNow) ? now : theirNow;
  const windows = WINDOWS.map((name) => ({
    remaining: number(headers[`${name}-remaining`]),
    wait: number(headers[`${name}-reset`]) * SECOND - from,
  })).filter(({ wait }) => !Number.isNaN(wait));
  // A daily limit is used up while the 15-minute one is not: the latest reset of those used up counts.
  const usedUp = windows.filter(({ remaining }) => remaining === 0);
  const waits = (usedUp.length > 0 ? usedUp : windows.slice(0, 1)).map(({ wait }) => wait);
  const retryAfter = number(headers['retry-after']) * SECOND;
  if (!Number.isNaN(retryAfter)) waits.push(retryAfter);
  const wait = waits.length > 0 ? Math.max(...waits) : 15 * MINUTE;
  return now + Math.min(Math.max(wait, SECOND), DAY);
}

function number(header: string | string[] | undefined): number {
  return typeof header === 'string' && header !== '' ? Number(header) : NaN;
}
