import { z } from 'zod/v4';
import { type Duration } from '../../domain/instant.ts';
import { type Clock } from '../../ports/clock.ts';
import { type RemoveOutcome } from '../../ports/network.ts';
import { keyAdvice } from './broken-read.ts';
import { type OwnAccount } from './own-account.ts';
import { SOON } from './place-reply.ts';
import { judge } from './verdict.ts';

const gone = z.object({ data: z.object({ deleted: z.boolean() }) });

/** Takes a reply of ours off X. Asking twice does no harm, so every doubt is `later`. */
export async function removeReply(
  account: OwnAccount,
  id: string,
  { clock, timeout }: { readonly clock: Clock; readonly timeout: Duration },
): Promise<RemoveOutcome> {
  if (!/^\d{1,20}$/.test(id)) return { outcome: 'refused', reason: 'other', detail: `${id} is no id of X` };
  const answer = await account.client.delete(`tweets/${id}`, timeout);
  const soon = clock.now() + SOON;
  if (answer.kind === 'ok') {
    const { success, data } = gone.safeParse(answer.body);
    if (!success) return { outcome: 'later', at: soon, detail: 'X did not say whether it is gone' };
    return { outcome: data.data.deleted ? 'removed' : 'absent' };
  }
  if (answer.kind === 'no' && answer.status === 404) return { outcome: 'absent' };
  const verdict = judge(answer, clock.now());
  switch (verdict.verdict) {
    case 'wait':
      return { outcome: 'later', at: verdict.at, detail: verdict.detail };
    case 'unsent':
    case 'uncertain':
      return { outcome: 'later', at: soon, detail: verdict.detail };
    case 'duplicate':
      return { outcome: 'refused', reason: 'other', detail: 'X calls it a duplicate' };
    case 'refused':
      if (verdict.reason === 'post-deleted') return { outcome: 'absent' };
      if (verdict.reason !== 'sign-in') return { outcome: 'refused', reason: verdict.reason, detail: verdict.detail };
      return {
        outcome: 'refused',
        reason: 'sign-in',
        detail: `X refused the key of @${account.handle}: ${keyAdvice(account.handle)}`,
      };
  }
}
