import { DAY, type Instant } from '../../../services/domain/instant.ts';
import { invalid, type ServerAnswer } from './problems.ts';
import { type Fits, parseSearch } from './search-query.ts';
import { page } from './timelines.ts';
import { type Spelling } from './wire.ts';
import { type World } from './world.ts';

const LONGEST = { 'self-serve': 512, enterprise: 4_096 } as const;
const EPOCH = 1_288_834_974_657n;

/** `GET /2/tweets/search/recent`: the last 7 days, newest first; retweets are not found by their words since 2026-05-04. */
export function searchRecent(
  query: URLSearchParams,
  { world, plan, spelling, now }: { world: World; plan: keyof typeof LONGEST; spelling: Spelling; now: Instant },
): ServerAnswer {
  const asked = query.get('query') ?? '';
  if (asked === '') return invalid('query', '', 'The `query` query parameter can not be empty');
  if (asked.length > LONGEST[plan])
    return invalid('query', asked, `There were errors processing your request: Rule length exceeds ${LONGEST[plan]}`);
  const since = query.get('since_id');
  const oldest = String((BigInt(now - 7 * DAY) - EPOCH) << 22n);
  if (since !== null && /^\d+$/.test(since) && BigInt(since) < BigInt(oldest))
    return invalid(
      'since_id',
      since,
      `'since_id' must be a tweet id created after [${new Date(now - 7 * DAY).toISOString()}]. Please use a 'since_id' that is larger than ${oldest}`,
    );
  let fits: Fits;
  try {
    fits = parseSearch(asked);
  } catch (error) {
    return invalid('query', asked, `There were errors processing your request: ${(error as Error).message}`);
  }
  const found = world
    .all(since)
    .filter((post) => !post.deleted && post.retweets === null && post.at >= now - 7 * DAY && fits(post, world));
  return page(found, query, spelling, world, { least: 10, window: Infinity });
}
