import { DAY, type Duration, HOUR, MINUTE } from '../../domain/instant.ts';

/** So many requests within any stretch of `per`. */
export interface Allowance {
  readonly most: number;
  readonly per: Duration;
  /** Over all accounts of the app together, instead of for each. */
  readonly ofApp?: true;
}

/** The length of X's window of `x-rate-limit-*`. */
export const WINDOW: Duration = 15 * MINUTE;

function perWindow(most: number): Allowance {
  return { most, per: WINDOW };
}

/**
 * What X takes of one account that signs for itself (OAuth 1.0a), by method and path with `:id` for ids. Used where an
 * answer does not say what is left. From docs.x.com/x-api/fundamentals/rate-limits, read in autumn 2026; of posts another page
 * (posts/manage-tweets) says 300 in 3 hours, and the lower one counts. What is not listed has only what X's headers say.
 */
export const DOCUMENTED_LIMITS: Readonly<Record<string, readonly Allowance[]>> = {
  'GET users/me': [perWindow(75)],
  'GET users/:id/mentions': [perWindow(300)],
  'GET users/:id/tweets': [perWindow(900)],
  'GET tweets/search/recent': [perWindow(300)],
  'GET tweets': [perWindow(3_500)],
  'GET tweets/:id': [perWindow(900)],
  'POST tweets': [perWindow(100), { most: 300, per: 3 * HOUR }, { most: 10_000, per: DAY, ofApp: true }],
  'DELETE tweets/:id': [perWindow(50)],
  'GET dm_events': [perWindow(15)],
  'GET dm_conversations/with/:id/dm_events': [perWindow(15)],
  'GET dm_conversations/:id/dm_events': [perWindow(15)],
  'POST dm_conversations/with/:id/messages': [
    perWindow(15),
    { most: 1_440, per: DAY },
    { most: 1_440, per: DAY, ofApp: true },
  ],
};

/** The name under which X counts a request. */
export function endpointOf(method: 'GET' | 'POST' | 'DELETE', path: string): string {
  return `${method} ${path.replace(/(?<=\/)\d+(?:-\d+)?(?=\/|$)/g, ':id')}`;
}
