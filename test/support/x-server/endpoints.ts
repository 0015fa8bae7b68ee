import { type Instant } from '../../../services/domain/instant.ts';
import { createPost, type Plan } from './create-post.ts';
import { onePost, severalPosts } from './look-ups.ts';
import { DETAILS, problem, type ServerAnswer } from './problems.ts';
import { type PrivateWorld } from './private-messages.ts';
import { searchRecent } from './search-recent.ts';
import { page } from './timelines.ts';
import { type Spelling } from './wire.ts';
import { names, type World } from './world.ts';

export interface Asked {
  /** The account of ours that asks. */
  readonly handle: string;
  /** What stands in the place of `:id`; '' where there is none. */
  readonly id: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface Settings {
  readonly world: World;
  readonly privates: PrivateWorld;
  readonly plan: Plan;
  readonly spelling: Spelling;
  now(): Instant;
}

/** Every endpoint of the server, by the name under which requests are counted. */
export const ENDPOINTS: Readonly<Record<string, (asked: Asked, settings: Settings) => ServerAnswer>> = {
  'GET /2/users/me': ({ handle }, { world }) => {
    const { id, name, handle: username } = world.user(handle);
    return { status: 200, body: { data: { id, name, username } } };
  },
  'GET /2/users/:id/mentions': ({ handle, id, query }, { world, spelling }) => {
    if (world.user(handle).id !== id) return problem(403);
    const mentions = world.all(query.get('since_id')).filter((post) => !post.deleted && names(post.text, handle));
    return page(mentions, query, spelling, world);
  },
  'GET /2/users/:id/tweets': ({ id, query }, { world, spelling }) => {
    const exclude = (query.get('exclude') ?? '').split(',');
    const own = world
      .all(query.get('since_id'))
      .filter(({ author, deleted }) => author.id === id && !deleted)
      .filter(({ inReplyTo }) => inReplyTo === null || !exclude.includes('replies'))
      .filter(({ retweets }) => retweets === null || !exclude.includes('retweets'));
    return page(own, query, spelling, world);
  },
  'GET /2/tweets/search/recent': ({ query }, settings) => searchRecent(query, { ...settings, now: settings.now() }),
  'POST /2/tweets': ({ handle, body }, { world, plan }) => createPost(handle, body, world, plan),
  'GET /2/tweets': ({ query }, { world, spelling }) => severalPosts(query, spelling, world),
  'GET /2/tweets/:id': ({ id, query }, { world, spelling }) => onePost(id, query, spelling, world),
  'POST /2/dm_conversations/with/:id/messages': ({ handle, id, body }, { privates }) => privates.post(handle, id, body),
  'GET /2/dm_conversations/with/:id/dm_events': ({ handle, id, query }, { privates }) =>
    privates.read(handle, id, query),
  'GET /2/dm_events': ({ handle, query }, { privates }) => privates.read(handle, null, query),
  'DELETE /2/tweets/:id': ({ handle, id }, { world }) => {
    const post = world.find(id);
    if (post === undefined)
      return problem(404, `Could not find tweet with id: [${id}].`, 'https://api.x.com/2/problems/resource-not-found');
    if (post.author.handle.toLowerCase() !== handle.toLowerCase()) return problem(403, DETAILS.notYours);
    if (!post.deleted) world.remove(id);
    return { status: 200, body: { data: { deleted: !post.deleted } } };
  },
};

const PATTERNS = Object.keys(ENDPOINTS).map(
  (endpoint) => [endpoint, new RegExp(`^${endpoint.replace(':id', '(\\d+)')}$`)] as const,
);

/** The endpoint of a request and its `:id`; null when X has none such. */
export function endpointOf(method: string, path: string): { readonly endpoint: string; readonly id: string } | null {
  for (const [endpoint, pattern] of PATTERNS) {
    const match = pattern.exec(`${method} ${path}`);
    if (match !== null) return { endpoint, id: match[1] ?? '' };
  }
  return null;
}
