import { type WatchTerm } from '../../domain/work-instruction/instruction.ts';
import { type Log } from '../../ports/log.ts';
import { type OwnAccount } from './own-account.ts';
import { type Feed } from './read-feed.ts';
import { searchFeed } from './read-search.ts';
import { searchesFor } from './search-query.ts';
import { X } from './to-post.ts';

/**
 * The searches that the watch terms need, by source name: `search:1` and on. Our accounts take turns in asking, since each
 * has limits of its own. What X cannot be asked is told in the log, once, and the rest is searched for.
 */
export function searchFeeds(
  accounts: readonly OwnAccount[],
  { watch = [], log }: { readonly watch?: readonly WatchTerm[]; readonly log: Log },
): readonly (readonly [string, Feed])[] {
  const terms = watch.filter(({ network }) => network === X);
  const ours = [...accounts.map(({ handle }) => handle), ...terms.map(({ replyFrom }) => replyFrom)];
  const handles = [...new Map(ours.map((handle) => [handle.toLowerCase(), handle])).values()];
  const { searches, problems } = searchesFor(terms, handles);
  for (const problem of problems) log.warn(problem);
  return searches.flatMap((search, index) => {
    const account = accounts[index % accounts.length];
    const name = `search:${index + 1}`;
    return account === undefined ? [] : [[name, searchFeed(name, search, account, handles)] as const];
  });
}
