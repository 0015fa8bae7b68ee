import { type OutgoingHttpHeaders } from 'node:http';
import { DAY, type Duration, type Instant, MINUTE } from '../../../services/domain/instant.ts';
import { problem, type ServerAnswer } from './problems.ts';

/** X's published limits per user and 15 minutes. */
const PER_WINDOW: Readonly<Record<string, number>> = {
  'GET /2/users/me': 75,
  'GET /2/users/:id/mentions': 300,
  'GET /2/users/:id/tweets': 900,
  'GET /2/tweets/search/recent': 300,
  'GET /2/tweets': 5_000,
  'GET /2/tweets/:id': 900,
  'POST /2/tweets': 100,
  'DELETE /2/tweets/:id': 50,
  'GET /2/dm_events': 15,
  'GET /2/dm_conversations/with/:id/dm_events': 15,
  'POST /2/dm_conversations/with/:id/messages': 15,
};

/** And per 24 hours. */
const PER_DAY: Readonly<Record<string, number>> = {
  'POST /2/tweets': 10_000,
  'POST /2/dm_conversations/with/:id/messages': 1_440,
};

interface Window {
  readonly until: Instant;
  used: number;
}

/** Counts requests per endpoint and account, and gives the headers that go with every answer. */
export interface Limits {
  /** How many requests were one too many, by endpoint. */
  over(): Readonly<Record<string, number>>;
  /** Counts one request: its headers, and the refusal when it is one too many. */
  count(
    endpoint: string,
    account: string,
  ): { readonly headers: OutgoingHttpHeaders; readonly refusal: ServerAnswer | null };
}

export function createLimits(now: () => Instant, changed: Readonly<Record<string, number>>): Limits {
  const windows = new Map<string, Window>();
  const over = new Map<string, number>();

  function take(
    key: string,
    length: Duration,
    limit: number,
    name: string,
  ): { headers: OutgoingHttpHeaders; over: boolean } {
    const old = windows.get(key);
    const window = old !== undefined && old.until > now() ? old : { until: now() + length, used: 0 };
    windows.set(key, window);
    window.used += 1;
    const headers = {
      [`${name}-limit`]: String(limit),
      [`${name}-remaining`]: String(Math.max(0, limit - window.used)),
      [`${name}-reset`]: String(Math.ceil(window.until / 1000)),
    };
    return { headers, over: window.used > limit };
  }

  return {
    over: () => Object.fromEntries(over),
    count(endpoint, account) {
      const limit = changed[endpoint] ?? PER_WINDOW[endpoint] ?? 300;
      const quarter = take(`${endpoint} ${account}`, 15 * MINUTE, limit, 'x-rate-limit');
      const most = changed[`${endpoint} per day`] ?? PER_DAY[endpoint];
      const day =
        most === undefined
          ? { headers: {}, over: false }
          : take(`day ${endpoint} ${account}`, DAY, most, 'x-user-limit-24hour');
      const headers = { ...quarter.headers, ...day.headers };
      const tooMany = quarter.over || day.over;
      if (tooMany) over.set(endpoint, (over.get(endpoint) ?? 0) + 1);
      return { headers, refusal: tooMany ? problem(429) : null };
    },
  };
}
