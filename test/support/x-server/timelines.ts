import { includesOf } from './includes.ts';
import { invalid, type ServerAnswer } from './problems.ts';
import { type Spelling, wirePost } from './wire.ts';
import { type StoredPost, type World } from './world.ts';

/** X gives back no more than so many posts of a mentions timeline, however one pages. */
const WINDOW = 800;

/** One page of posts, newest first, as `GET /2/users/:id/mentions`, `…/tweets` and the search answer. */
export function page(
  posts: readonly StoredPost[],
  query: URLSearchParams,
  spelling: Spelling,
  world: World,
  { least, window }: { readonly least: number; readonly window: number } = { least: 5, window: WINDOW },
): ServerAnswer {
  const size = Number(query.get('max_results') ?? 10);
  if (!(size >= least && size <= 100))
    return invalid(
      'max_results',
      String(size),
      `The \`max_results\` query parameter value [${size}] is not between ${least} and 100`,
    );
  for (const name of ['since_id', 'until_id']) {
    const id = query.get(name);
    if (id !== null && !/^[1-9]\d{0,18}$/.test(id))
      return invalid(name, id, `The \`${name}\` query parameter value [${id}] is not valid`);
  }
  const token = query.get('pagination_token') ?? query.get('next_token');
  const before = token === null ? null : untoken(token);
  if (token !== null && before === null)
    return invalid('pagination_token', token, 'The `pagination_token` query parameter value is not valid');
  const rest = posts
    .slice(0, window)
    .filter((post) => within(post, query) && (before === null || BigInt(post.id) < BigInt(before)));
  const shown = rest.slice(0, size);
  if (shown.length === 0) return { status: 200, body: { meta: { result_count: 0 } } };
  const fields = new Set((query.get('tweet.fields') ?? query.get('post.fields') ?? '').split(','));
  const last = shown.at(-1)!;
  return {
    status: 200,
    body: {
      data: shown.map((post) => wirePost(post, fields, spelling, world)),
      ...includesOf(shown, query, spelling, world),
      meta: {
        result_count: shown.length,
        newest_id: shown[0]!.id,
        oldest_id: last.id,
        ...(rest.length > size ? { next_token: tokenOf(last.id) } : {}),
      },
    },
  };
}

function within(post: StoredPost, query: URLSearchParams): boolean {
  const since = query.get('since_id');
  const until = query.get('until_id');
  const start = query.get('start_time');
  const end = query.get('end_time');
  return (
    (since === null || BigInt(post.id) > BigInt(since)) &&
    (until === null || BigInt(post.id) < BigInt(until)) &&
    (start === null || post.at >= Date.parse(start)) &&
    (end === null || post.at < Date.parse(end))
  );
}

function tokenOf(id: string): string {
  return Buffer.from(`before:${id}`).toString('base64url');
}

function untoken(token: string): string | null {
  return /^before:(\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1] ?? null;
}
