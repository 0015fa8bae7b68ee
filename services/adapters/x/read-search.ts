import { DAY, HOUR } from '../../domain/instant.ts';
import { type OwnAccount } from './own-account.ts';
import { type Feed } from './read-feed.ts';
import { type Search } from './search-query.ts';
import { termsIn } from './watch-words.ts';

/** X searches the last 7 days, and refuses to begin before them: an hour less, since its clock is not ours. */
const REACH = 7 * DAY - HOUR;

/**
 * Recent posts that fit a search: found unasked, but for those that name an account of ours (`ours`). `account` asks, and
 * has nothing to do with what is found.
 */
export function searchFeed(name: string, search: Search, account: OwnAccount, ours: readonly string[]): Feed {
  return {
    name: `${name} (${search.terms.map((term) => term.name).join(', ')})`,
    kind: 'unasked',
    account,
    path: () => 'tweets/search/recent',
    query: { query: search.query },
    nextPage: 'next_token',
    reach: REACH,
    found: (text) => ({
      account: ours.find((handle) => isNamed(handle, text)) ?? null,
      foundBy: termsIn(text, search.terms),
    }),
    window: null,
    readFor: { kind: 'search', terms: search.terms.map((term) => term.name) },
  };
}

function isNamed(handle: string, text: string): boolean {
  return new RegExp(`(?<![\\w@])@${handle}(?!\\w)`, 'i').test(text);
}
