import { type OwnAccount } from './own-account.ts';
import { type Feed } from './read-feed.ts';

/** What one account of ours posted itself, replies and all: also what somebody placed on X without us. */
export function ownPostsFeed(account: OwnAccount): Feed {
  const name = `posts of @${account.handle}`;
  return {
    name,
    kind: 'own',
    account,
    path: (id) => `users/${id}/tweets`,
    query: { exclude: 'retweets' },
    nextPage: 'pagination_token',
    reach: null,
    found: () => ({ account: null, foundBy: [] }),
    // X shows the last 3,200: no account of ours posts so much between two reads.
    window: null,
    readFor: { kind: 'mentions', account: account.handle },
  };
}
