import { type Duration, SECOND } from '../../domain/instant.ts';
import { type Clock } from '../../ports/clock.ts';
import { type Log } from '../../ports/log.ts';
import { type PlaceOutcome, type Reply } from '../../ports/network.ts';
import { type Failure, unreadable } from './answer.ts';
import { keyAdvice, wrongAccount } from './broken-read.ts';
import { type Identity, type OwnAccount } from './own-account.ts';
import { timeOf } from './snowflake.ts';
import { judge } from './verdict.ts';
import { wayToPlace } from './way-to-place.ts';

/** How long to wait after a line that was never made. */
export const SOON: Duration = 30 * SECOND;

export interface Placing {
  readonly clock: Clock;
  readonly log: Log;
  readonly timeout: Duration;
}

/**
 * Places a reply, in public or in private, with one POST. X knows no idempotency key, so nothing is ever sent twice here: an answer that is lost,
 * late, garbled or 5xx is `unknown`. Whose the keys are is asked first, within the same time.
 */
export async function placeReply(account: OwnAccount, reply: Reply, placing: Placing): Promise<PlaceOutcome> {
  const { clock, log, timeout } = placing;
  const started = performance.now();
  const identity = await account.identity(timeout);
  if (identity.kind !== 'known') return notTried(identity, account.handle, placing);
  const left = timeout - (performance.now() - started);
  if (left <= 0) return { outcome: 'later', at: clock.now() + SOON, detail: 'X was too slow to say who we are' };
  const way = wayToPlace({ ...reply, account: account.handle });
  const answer = await account.client.post(way.path, way.body, left);
  if (answer.kind !== 'ok') {
    const outcome = tried(answer, account.handle, placing);
    return outcome.outcome === 'refused'
      ? { ...outcome, reason: way.reasonOf(outcome.reason, outcome.detail) }
      : outcome;
  }
  const id = way.proofIn(answer.body);
  if (id === null) return tried(unreadable('no id of what was placed'), account.handle, placing);
  log.info('X placed a reply', { id });
  return { outcome: 'placed', placed: { id, link: way.link(id), at: timeOf(id) } };
}

function tried(failure: Failure, handle: string, { clock, log }: Placing): PlaceOutcome {
  const verdict = judge(failure, clock.now());
  switch (verdict.verdict) {
    case 'wait':
      return { outcome: 'later', at: verdict.at, detail: verdict.detail };
    case 'unsent':
      return { outcome: 'later', at: clock.now() + SOON, detail: verdict.detail };
    case 'uncertain':
      log.warn('X may have placed a reply or not: the answer was lost', { fault: verdict.cause });
      return { outcome: 'unknown', detail: verdict.detail };
    case 'duplicate':
      return { outcome: 'duplicate' };
    case 'refused':
      return { outcome: 'refused', reason: verdict.reason, detail: detailOf(verdict, handle) };
  }
}

// The post was not sent yet: whatever is uncertain about the question who we are, the reply does not stand there.
function notTried(identity: Exclude<Identity, { kind: 'known' }>, handle: string, placing: Placing): PlaceOutcome {
  if (identity.kind === 'other')
    return { outcome: 'refused', reason: 'sign-in', detail: wrongAccount(handle, identity.handle) };
  const verdict = judge(identity, placing.clock.now());
  if (verdict.verdict === 'uncertain' || verdict.verdict === 'unsent')
    return { outcome: 'later', at: placing.clock.now() + SOON, detail: verdict.detail };
  return tried(identity, handle, placing);
}

function detailOf({ reason, detail }: { reason: string; detail: string }, handle: string): string {
  return reason === 'sign-in' ? `X refused the key of @${handle}: ${keyAdvice(handle)}` : detail;
}
