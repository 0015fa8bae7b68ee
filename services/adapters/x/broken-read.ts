import { type Instant } from '../../domain/instant.ts';
import { Fault } from '../../ports/fault.ts';
import { type Failure } from './answer.ts';
import { judge } from './verdict.ts';

export interface Later {
  readonly outcome: 'later';
  readonly at: Instant;
  readonly detail: string;
}

/** What to set when X refuses the keys of an account. */
export function keyAdvice(handle: string): string {
  const name = handle.toUpperCase();
  return `set X_ACCESS_TOKEN_${name} and X_ACCESS_SECRET_${name} to a pair of @${handle} with read and write permission`;
}

/** What to say when the keys of one account turn out to be those of another. */
export function wrongAccount(handle: string, actual: string): string {
  return `the X keys of @${handle} belong to @${actual}: ${keyAdvice(handle)}`;
}

/** A failed read: a rate limit is an expected answer, the rest is a `Fault` that names the next step. */
export function laterOrFault(failure: Failure, handle: string, now: Instant): Later {
  const verdict = judge(failure, now);
  switch (verdict.verdict) {
    case 'wait':
      return { outcome: 'later', at: verdict.at, detail: verdict.detail };
    case 'unsent':
      throw new Fault(
        'network',
        `X cannot be reached for @${handle}: check this machine's way to api.x.com; it is tried again by itself`,
        verdict.cause,
      );
    case 'uncertain':
      throw new Fault(
        'network',
        `X does not answer properly for @${handle} (${verdict.detail}): nothing is lost, it is tried again by itself`,
        verdict.cause,
      );
    case 'duplicate':
      throw new Fault('network', `X refused to be read for @${handle} as a duplicate: report this to the makers`);
    case 'refused':
      throw new Fault(
        'network',
        refusedRead(verdict.reason, verdict.detail, handle),
        new Error(verdict.detail),
        null,
        true,
      );
  }
}

function refusedRead(reason: string, detail: string, handle: string): string {
  if (reason === 'sign-in') return `X refused the key of @${handle}: ${keyAdvice(handle)}`;
  if (reason === 'credits')
    return `X reads nothing more for @${handle} (${detail}): top up the credits or raise the limit in X's developer console`;
  return `X refused to be read for @${handle} (${detail}): look at the app and the account in X's developer console`;
}
