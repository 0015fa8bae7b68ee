import { createHash } from 'node:crypto';
import twitterText from 'twitter-text';
import { type StoredPost, type World } from './world.ts';

/** Which of X's two generations of field names the server speaks. */
export type Spelling = 'tweet' | 'post';

/** A post as X sends it: only the fields that were asked for, characters escaped, links wrapped, long texts cut. */
export function wirePost(
  post: StoredPost,
  fields: ReadonlySet<string>,
  spelling: Spelling,
  world: World,
): Record<string, unknown> {
  const whole = escaped(withShortLinks(post.text));
  const long = !twitterText.parseTweet(post.text).valid;
  const link = `https://t.co/${digest(post.id)}`;
  const answered = post.inReplyTo === null ? undefined : world.find(post.inReplyTo);
  const optional: Readonly<Record<string, unknown>> = {
    author_id: post.author.id,
    created_at: new Date(post.at).toISOString(),
    conversation_id: post.conversation,
    lang: post.language,
    reply_settings: post.repliesClosed ? 'following' : 'everyone',
    attachments: post.photos.length === 0 ? undefined : { media_keys: post.photos.map((_, n) => `3_${post.id}${n}`) },
    in_reply_to_user_id: answered?.author.id,
    [`referenced_${spelling}s`]: references(post),
    [`note_${spelling}`]: long ? { text: whole } : undefined,
  };
  const asked = Object.entries(optional).filter(
    ([name, value]) => value !== undefined && fields.has(name.replace('_post', '_tweet')),
  );
  return {
    id: post.id,
    text: long ? `${whole.slice(0, 250).replace(/\S*$/, '')}… ${link}` : whole,
    [`edit_history_${spelling}_ids`]: post.history,
    ...Object.fromEntries(asked),
  };
}

/** Every link as X replaces it, bare domains too. */
export function withShortLinks(text: string): string {
  return twitterText
    .extractUrlsWithIndices(text)
    .reverse()
    .reduce(
      (done, { url, indices: [from, until] }) =>
        `${done.slice(0, from)}https://t.co/${digest(url)}${done.slice(until)}`,
      text,
    );
}

/** X's own escaping. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function references({ inReplyTo, quotes, retweets }: StoredPost): { type: string; id: string }[] | undefined {
  const all = [
    { type: 'replied_to', id: inReplyTo },
    { type: 'quoted', id: quotes },
    { type: 'retweeted', id: retweets },
  ].flatMap(({ type, id }) => (id === null ? [] : [{ type, id }]));
  return all.length === 0 ? undefined : all;
}

function digest(text: string): string {
  return createHash('sha1').update(text).digest('hex').slice(0, 10);
}
