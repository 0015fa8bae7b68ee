import { DAY, type Duration } from '../../domain/instant.ts';
import { type Clock } from '../../ports/clock.ts';
import { type Answer } from './answer.ts';
import { DOCUMENTED_LIMITS, endpointOf } from './documented-limits.ts';
import { createGate, type Gate } from './gate.ts';
import { retryAfterIn, windowsIn } from './rate-limit.ts';
import { judge } from './verdict.ts';
import { type XClient } from './x-client.ts';

/** Keeps the requests of all our accounts within what X takes. */
export interface RequestLimits {
  /** The same client, but what X would refuse is not asked: it is answered `held`, with the moment from which on it may be. */
  guard(account: string, client: XClient): XClient;
}

/** What X counts per account, and over the whole app. */
interface Gates {
  readonly own: Gate;
  readonly app: Gate;
}

/**
 * The one place where limits are kept, per account and endpoint: by what answers and refusals say is left, else by our own
 * count. `elapsed`: milliseconds on a clock that only runs; `clock` is for telling moments to others.
 */
export function createRequestLimits(clock: Clock, elapsed: () => Duration): RequestLimits {
  const gates = new Map<string, Gate>();

  function gateFor(key: string, endpoint: string, ofApp: boolean): Gate {
    const known = gates.get(key);
    if (known !== undefined) return known;
    const documented = DOCUMENTED_LIMITS[endpoint] ?? [];
    const gate = createGate(documented.filter((one) => (one.ofApp ?? false) === ofApp));
    gates.set(key, gate);
    return gate;
  }

  async function within(endpoint: string, account: string, request: () => Promise<Answer>): Promise<Answer> {
    const both: Gates = {
      own: gateFor(`${account} ${endpoint}`, endpoint, false),
      app: gateFor(endpoint, endpoint, true),
    };
    const opensIn = Math.max(both.own.opensAt(elapsed()), both.app.opensAt(elapsed())) - elapsed();
    if (opensIn > 0) return { kind: 'held', until: clock.now() + Math.ceil(opensIn), endpoint };
    both.own.enter(elapsed());
    both.app.enter(elapsed());
    let answer: Answer | null = null;
    try {
      answer = await request();
      return answer;
    } finally {
      learn(answer, both, elapsed());
    }
  }

  return {
    guard: (account, client) => ({
      get: (path, query, time) => within(endpointOf('GET', path), account, () => client.get(path, query, time)),
      post: (path, body, time) => within(endpointOf('POST', path), account, () => client.post(path, body, time)),
      delete: (path, time) => within(endpointOf('DELETE', path), account, () => client.delete(path, time)),
    }),
  };
}

function learn(answer: Answer | null, { own, app }: Gates, now: Duration): void {
  const headers = answer !== null && 'headers' in answer ? answer.headers : {};
  const windows = windowsIn(headers);
  own.leave(
    windows.filter(({ name }) => name !== 'x-app-limit-24hour'),
    now,
  );
  app.leave(
    windows.filter(({ name }) => name === 'x-app-limit-24hour'),
    now,
  );
  const asked = retryAfterIn(headers);
  if (asked > 0) own.hold(now + Math.min(asked, DAY));
  const verdict = answer?.kind === 'no' ? judge(answer, 0) : null;
  if (verdict?.verdict === 'wait') own.hold(now + verdict.at);
}
