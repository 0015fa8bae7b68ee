import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';
import { type Charge } from '../../domain/charges.ts';
import { type Instant } from '../../domain/instant.ts';
import { type XSettings } from '../../domain/work-instruction/instruction.ts';
import { type Answer } from './answer.ts';
import { endpointOf } from './documented-limits.ts';
import { PRICES } from './prices.ts';

/** A request as far as its price goes by it. */
export interface Priced {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Whether the account that asks owns the app. */
  readonly ownsApp: boolean;
  readonly plan: XSettings['plan'];
}

const thing = z.object({ id: z.string() });
/** What is not a thing with an id is not charged: X sends errors and marks along. */
const things = z.preprocess(
  (given: unknown) => [given].flat().filter((one) => thing.safeParse(one).success),
  z.array(thing),
);
const given = z.object({
  data: things.optional(),
  includes: z.object({ users: things.optional(), tweets: things.optional(), posts: things.optional() }).optional(),
});
const shown = z.object({ data: z.object({ id: z.string(), text: z.string() }) });

/**
 * What X charges for an answer. Posts and users that it gives along (`includes`) are charged as any other, since the price is
 * per thing in the answer; media are not, for docs.x.com has no price for them. A write whose answer was lost is counted: it
 * may have been done. Refusals and empty answers are free.
 */
export function chargesFor(request: Priced, answer: Answer, at: Instant): readonly Charge[] {
  if (request.method === 'GET') return answer.kind === 'ok' ? read(request, answer.body, at) : [];
  if (answer.kind === 'lost' ? !answer.sent : answer.kind !== 'ok') return [];
  const { success, data } = shown.safeParse(answer.kind === 'ok' ? answer.body : undefined);
  const kind = writeKind(request, success ? data.data.text : null);
  return [{ kind, id: success ? data.data.id : randomUUID(), usd: PRICES[kind], at }];
}

function read({ path, ownsApp }: Priced, body: unknown, at: Instant): readonly Charge[] {
  const { data, success } = given.safeParse(body);
  if (!success) return [];
  const endpoint = endpointOf('GET', path);
  const kind = /^GET dm_/.test(endpoint) ? 'dmEvent' : /^GET users\/(?!:id\/)/.test(endpoint) ? 'user' : 'post';
  const owned = ownsApp && /^GET users\/:id\/(?:mentions|tweets)$/.test(endpoint);
  const { users = [], tweets = [], posts = [] } = data.includes ?? {};
  const charge =
    (as: 'post' | 'user' | 'dmEvent', usd: number) =>
    ({ id }: { id: string }) => ({ kind: as, id, usd, at });
  return [
    ...(data.data ?? []).map(charge(kind, owned ? PRICES.ownedPost : PRICES[kind])),
    ...[...tweets, ...posts].map(charge('post', PRICES.post)),
    ...users.map(charge('user', PRICES.user)),
  ];
}

/** X shows every link of a post that it took as one of t.co. `text` null: the answer was lost. */
function writeKind({ method, path, body, plan }: Priced, text: string | null): keyof typeof PRICES {
  if (method === 'DELETE') return 'deleted';
  if (path.startsWith('dm_')) return 'dmSent';
  // Self-serve X takes no other replies than to who mentioned or quoted us.
  if (plan === 'self-serve' && body['reply'] !== undefined) return 'replyCreated';
  return text === null || text.includes('https://t.co/') ? 'postWithLinkCreated' : 'postCreated';
}
