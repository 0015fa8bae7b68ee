import { type Duration, type Instant, MINUTE } from '../../domain/instant.ts';
import { type Answer } from './answer.ts';
import { laterOrFault, wrongAccount } from './broken-read.ts';
import { identityIn } from './own-account.ts';
import { idAt } from './snowflake.ts';
import { type Query, type XClient } from './x-client.ts';

/** What X still takes of an account for one kind of request, in the window that ends at `reset`. */
export interface LimitLeft {
  readonly name: string;
  readonly remaining: string;
  readonly limit: string;
}

/** How things stand with the keys of one account. */
export interface AccountCheck {
  readonly handle: string;
  /** Its id on X; null: X did not say that the keys are of this account. */
  readonly id: string | null;
  /** As X names it: `read`, `read-write`, `read-write-directmessages`; null when it did not say. */
  readonly permission: string | null;
  readonly limits: readonly LimitLeft[];
  /** One sentence each, with what to do. */
  readonly wrong: readonly string[];
}

/**
 * Asks X about an account, and changes nothing there. It costs one user read a day; the mentions and the search are asked for
 * the last minute only, since an empty answer is free and tells what is left all the same.
 */
export async function checkAccount(
  handle: string,
  client: XClient,
  { now, timeout }: { readonly now: Instant; readonly timeout: Duration },
): Promise<AccountCheck> {
  const answer = await client.get('users/me', {}, timeout);
  const me = identityIn(answer, handle);
  const none = { handle, id: null, permission: null, limits: limitsIn('who we are', answer) };
  if (me.kind === 'other') return { ...none, wrong: [wrongAccount(handle, me.handle)] };
  if (me.kind !== 'known') return { ...none, wrong: [sentenceOf(me, handle, now)] };
  // By X's clock: an id from its future might be refused.
  const theirNow = 'headers' in answer ? Date.parse(answer.headers.date ?? '') : NaN;
  const since_id = idAt((Number.isNaN(theirNow) ? now : theirNow) - MINUTE);
  const asked: readonly (readonly [string, string, Query])[] = [
    ['mentions', `users/${me.id}/mentions`, { since_id, max_results: 5 }],
    ['search', 'tweets/search/recent', { since_id, max_results: 10, query: `from:${handle}` }],
  ];
  const answers = await Promise.all(
    asked.map(async ([name, path, query]) => [name, await client.get(path, query, timeout)] as const),
  );
  const permission = 'headers' in answer ? String(answer.headers['x-access-level'] ?? '') || null : null;
  return {
    handle,
    id: me.id,
    permission,
    limits: [...none.limits, ...answers.flatMap(([name, one]) => limitsIn(name, one))],
    wrong: [
      ...(permission === 'read' ? [readOnly(handle)] : []),
      ...answers.flatMap(([name, one]) => (one.kind === 'ok' ? [] : [`${name}: ${sentenceOf(one, handle, now)}`])),
    ],
  };
}

function readOnly(handle: string): string {
  const name = handle.toUpperCase();
  return `the keys of @${handle} may only read: give the app read and write permission in X's console, make the access token anew (a token keeps the permission it was made with), and set X_ACCESS_TOKEN_${name} and X_ACCESS_SECRET_${name}`;
}

function sentenceOf(failure: Exclude<Answer, { kind: 'ok' }>, handle: string, now: Instant): string {
  try {
    const { at } = laterOrFault(failure, handle, now);
    return `X lets @${handle} be read again from ${new Date(at).toISOString()}: its limit is used up until then`;
  } catch (fault) {
    if (fault instanceof Error) return fault.message;
    throw fault;
  }
}

function limitsIn(name: string, answer: Answer): readonly LimitLeft[] {
  if (!('headers' in answer)) return [];
  const { 'x-rate-limit-remaining': remaining, 'x-rate-limit-limit': limit } = answer.headers;
  return typeof remaining === 'string' && typeof limit === 'string' ? [{ name, remaining, limit }] : [];
}
