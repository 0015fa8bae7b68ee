import { type Feed } from './read-feed.ts';
import { type OwnAccount } from './own-account.ts';

/** X shows no more than the last 800 mentions, however one pages. */
const WINDOW = 800;

/** The mentions of one account, which are addressed to it. */
export function mentionsOf(account: OwnAccount): Feed {
  const name = `@${account.handle}`;
  return {
    name,
    kind: 'asked',
    account,
    path: (id) => `users/${id}/mentions`,
    query: {},
    nextPage: 'pagination_token',
    reach: null,
    found: () => ({ account: account.handle, foundBy: [name] }),
    window: WINDOW,
    readFor: { kind: 'mentions', account: account.handle },
  };
}
