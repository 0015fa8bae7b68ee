import { type Instant } from '../../domain/instant.ts';
import { type RefusalReason } from '../../ports/network.ts';
import { type Failure, type Refused } from './answer.ts';
import { type Problem, readProblem } from './problem.ts';
import { retryAt } from './rate-limit.ts';

/** What a failed request means, whatever was asked. */
export type Verdict =
  | { readonly verdict: 'wait'; readonly at: Instant; readonly detail: string }
  | { readonly verdict: 'refused'; readonly reason: RefusalReason; readonly detail: string }
  | { readonly verdict: 'duplicate' }
  /** It never reached X. */
  | { readonly verdict: 'unsent'; readonly detail: string; readonly cause: Error }
  /** It may have been done or not. */
  | { readonly verdict: 'uncertain'; readonly detail: string; readonly cause: Error };

/**
 * X gives no machine code for its refusals (`type` is `about:blank`): they are told apart by their words, of which the
 * field knows several wordings. What fits none is `other`: a person looks.
 */
const WORDINGS: readonly (readonly [RegExp, RefusalReason | 'duplicate'])[] = [
  [/problems\/(usage-capped|credits)|creditsdepleted|any credits|usage cap|spend(ing)? (cap|limit)/i, 'credits'],
  [/duplicate content|status is a duplicate/i, 'duplicate'],
  [/not been mentioned|only reply to or quote|not permitted to reply|reply to this conversation/i, 'reply-not-allowed'],
  [/deleted or not visible|tweet (that )?(is|was|has been) deleted|no longer available/i, 'post-deleted'],
  [/too long|bit shorter|character limit/i, 'too-long'],
  [/account\b[^.]{0,40}\b(suspended|locked)/i, 'suspended'],
  [/client[- ]?(forbidden|not-enrolled)|oauth1? app permissions|oauth1-permissions|read-only app/i, 'forbidden'],
  [/app(lication)?\b[^.]{0,40}\b(suspended|not allowed|forbidden)|subset of .{0,20}api/i, 'forbidden'],
];

/** Decides what a failed request to X means; `now` is our clock, for the end of a rate limit. */
export function judge(failure: Failure, now: Instant): Verdict {
  if (failure.kind === 'lost') {
    const detail = failure.cause.message;
    return { verdict: failure.sent ? 'uncertain' : 'unsent', detail, cause: failure.cause };
  }
  if (failure.kind === 'held')
    return { verdict: 'wait', at: failure.until, detail: `X's limit is reached: ${failure.endpoint}` };
  const problem = readProblem(failure.body);
  const detail = problem.words === '' ? `HTTP ${failure.status}` : problem.words;
  // 5xx and 408 may come from a machine in front of the one that did the deed.
  if (failure.status >= 500 || failure.status === 408)
    return { verdict: 'uncertain', detail, cause: new Error(`X answered HTTP ${failure.status}`) };
  const reason = reasonOf(failure, problem);
  if (reason === 'duplicate') return { verdict: 'duplicate' };
  if (reason === null) return { verdict: 'wait', at: retryAt(failure.headers, now), detail };
  return { verdict: 'refused', reason, detail };
}

function reasonOf({ status }: Refused, problem: Problem): RefusalReason | 'duplicate' | null {
  if (status === 401) return 'sign-in';
  if (status === 402) return 'credits';
  const worded = WORDINGS.find(([wording]) => wording.test(problem.all))?.[1];
  // A used-up month also comes as 429: waiting a quarter of an hour does not help there.
  if (status === 429 || status === 420) return worded === 'credits' ? 'credits' : null;
  return worded ?? 'other';
}
