import { type XSettings } from '../../domain/work-instruction/instruction.ts';
import { type Clock } from '../../ports/clock.ts';
import { type Meter } from '../../ports/ledger.ts';
import { type Answer } from './answer.ts';
import { chargesFor, type Priced } from './charges-for.ts';
import { sameHandle } from './own-account.ts';
import { type XClient } from './x-client.ts';

/** Where it is noted what X charges, and what the prices go by. */
export interface Billing extends Pick<XSettings, 'plan' | 'appOwner'> {
  readonly meter: Meter;
}

/** The same client; whatever X charges for its answers is noted. The one place where it is. */
export function metered(handle: string, client: XClient, { meter, plan, appOwner }: Billing, clock: Clock): XClient {
  const ownsApp = appOwner !== null && sameHandle(appOwner, handle);
  async function noted(asked: Pick<Priced, 'method' | 'path' | 'body'>, answering: Promise<Answer>): Promise<Answer> {
    const answer = await answering;
    meter.note(chargesFor({ ...asked, plan, ownsApp }, answer, momentOf(answer, clock)));
    return answer;
  }
  return {
    get: (path, query, within) => noted({ method: 'GET', path, body: {} }, client.get(path, query, within)),
    post: (path, body, within) => noted({ method: 'POST', path, body }, client.post(path, body, within)),
    delete: (path, within) => noted({ method: 'DELETE', path, body: {} }, client.delete(path, within)),
  };
}

/** X charges by its own day: its clock is in the answer. */
function momentOf(answer: Answer, clock: Clock): number {
  const theirs = 'headers' in answer ? Date.parse(answer.headers.date ?? '') : NaN;
  return Number.isNaN(theirs) ? clock.now() : theirs;
}
