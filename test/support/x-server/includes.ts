import { type Spelling, wirePost } from './wire.ts';
import { type StoredPost, type World } from './world.ts';

/** What goes along with a page, as far as `expansions` asks for it, and X's errors for what it hides. */
export function includesOf(
  posts: readonly StoredPost[],
  query: URLSearchParams,
  spelling: Spelling,
  world: World,
): Record<string, unknown> {
  const asked = new Set((query.get('expansions') ?? '').replaceAll('referenced_post', 'referenced_tweet').split(','));
  const fields = new Set((query.get('tweet.fields') ?? query.get('post.fields') ?? '').split(','));
  const referred = asked.has('referenced_tweets.id')
    ? posts
        .flatMap(({ inReplyTo, quotes, retweets }) => [inReplyTo, quotes, retweets])
        .flatMap((id) => (id === null ? [] : (world.find(id) ?? [])))
        .filter(({ deleted }) => !deleted)
    : [];
  const writers = [
    ...(asked.has('author_id') ? posts : []),
    ...(asked.has('referenced_tweets.id.author_id') ? referred : []),
  ];
  const hidden = writers.filter(({ hideAuthor }) => hideAuthor);
  const users = new Map(writers.filter(({ hideAuthor }) => !hideAuthor).map(({ author }) => [author.id, author]));
  const media = asked.has('attachments.media_keys') ? posts.flatMap((post) => mediaOf(post, query)) : [];
  const includes = {
    ...(users.size > 0
      ? { users: [...users.values()].map(({ id, handle, name }) => ({ id, username: handle, name })) }
      : {}),
    ...(referred.length > 0
      ? { [`${spelling}s`]: [...new Set(referred)].map((post) => wirePost(post, fields, spelling, world)) }
      : {}),
    ...(media.length > 0 ? { media } : {}),
  };
  const errors = hidden.map(({ author }) => ({
    value: author.id,
    detail: `User has been suspended: [${author.id}].`,
    title: 'Forbidden',
    resource_type: 'user',
    parameter: 'author_id',
    resource_id: author.id,
    type: 'https://api.x.com/2/problems/resource-not-found',
  }));
  return {
    ...(Object.keys(includes).length > 0 ? { includes } : {}),
    ...(errors.length > 0 ? { errors } : {}),
  };
}

function mediaOf({ photos, id }: StoredPost, query: URLSearchParams): Record<string, unknown>[] {
  const fields = new Set((query.get('media.fields') ?? '').split(','));
  return photos.map(({ url, alt }, n) => ({
    media_key: `3_${id}${n}`,
    type: 'photo',
    ...(fields.has('url') ? { url } : {}),
    ...(fields.has('alt_text') && alt !== undefined ? { alt_text: alt } : {}),
  }));
}
