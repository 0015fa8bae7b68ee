import { invalid, type ServerAnswer } from './problems.ts';
import { type Spelling, wirePost } from './wire.ts';
import { type StoredPost, type World } from './world.ts';

/** X takes so many ids in one look-up. */
const MOST_IDS = 100;

/** `GET /2/tweets/:id`; what is not there is told in a 200, as X does. */
export function onePost(id: string, query: URLSearchParams, spelling: Spelling, world: World): ServerAnswer {
  const post = visible(id, world);
  if (post === undefined) return { status: 200, body: { errors: [absent(id, 'id', world)] } };
  const { author } = post;
  const users = [{ id: author.id, username: author.handle, name: author.name }];
  const includes = (query.get('expansions') ?? '').includes('author_id') ? { includes: { users } } : {};
  return { status: 200, body: { data: wirePost(post, fieldsIn(query), spelling, world), ...includes } };
}

/** `GET /2/tweets?ids=`: what is there in `data`, what is not in `errors`, both in a 200. An edited post is given in the edition that was asked for. */
export function severalPosts(query: URLSearchParams, spelling: Spelling, world: World): ServerAnswer {
  const ids = (query.get('ids') ?? '').split(',');
  if (ids.length > MOST_IDS || ids.some((id) => !/^\d{1,19}$/.test(id)))
    return invalid('ids', ids.join(','), 'The `ids` query parameter value is not valid');
  const there = ids.filter((id) => visible(id, world) !== undefined);
  const errors = ids.filter((id) => !there.includes(id)).map((id) => absent(id, 'ids', world));
  const data = there.map((id) => wirePost(visible(id, world)!, fieldsIn(query), spelling, world));
  return {
    status: 200,
    body: { ...(data.length > 0 ? { data } : {}), ...(errors.length > 0 ? { errors } : {}) },
  };
}

function visible(id: string, world: World): StoredPost | undefined {
  const post = world.find(id);
  if (post === undefined || post.deleted || world.isProtected(post.author)) return undefined;
  const former = post.former.get(id);
  return former === undefined ? post : { ...post, id, text: former };
}

function absent(id: string, parameter: string, world: World): object {
  const post = world.find(id);
  const hidden = post !== undefined && !post.deleted;
  return {
    value: id,
    detail: hidden
      ? `Sorry, you are not authorized to see the Tweet with ${parameter}: [${id}].`
      : `Could not find tweet with ${parameter}: [${id}].`,
    title: hidden ? 'Authorization Error' : 'Not Found Error',
    resource_type: 'tweet',
    parameter,
    resource_id: id,
    type: `https://api.x.com/2/problems/${hidden ? 'not-authorized-for-resource' : 'resource-not-found'}`,
  };
}

function fieldsIn(query: URLSearchParams): ReadonlySet<string> {
  return new Set((query.get('tweet.fields') ?? query.get('post.fields') ?? '').split(','));
}
