import { type QuotedPost, type Surroundings } from '../../domain/post.ts';
import { decodeEntities } from './decode-entities.ts';
import { type Timeline } from './timeline.ts';
import { type WirePost } from './wire-post.ts';

/** X shows four photos with a post. */
const MOST_PHOTOS = 4;

/** What stands around a post, of what X sent along with it; undefined when that is nothing. */
export function surroundingsIn(wire: WirePost, timeline: Timeline): Surroundings | undefined {
  const repliedTo = referred(wire.repliedTo, timeline);
  const quoted = referred(wire.quoted, timeline);
  const photos = wire.mediaKeys.flatMap((key) => timeline.media.get(key) ?? []).slice(0, MOST_PHOTOS);
  const language = foreign(wire.language);
  if (repliedTo === null && quoted === null && photos.length === 0 && language === null) return undefined;
  return { repliedTo, quoted, photos: photos.map(({ url, alt }) => ({ url, alt })), language };
}

function referred(id: string | null, { beside, users }: Timeline): QuotedPost | null {
  const post = id === null ? undefined : beside.get(id);
  if (post === undefined) return null;
  const handle = post.authorId === null ? undefined : users.get(post.authorId)?.username;
  return { id: post.firstId, handle: handle ?? null, text: decodeEntities(post.text) };
}

// X has marks of its own for "unknown" (und), "none" (zxx) and texts of only tags, links or pictures (qam, qct, qht …).
function foreign(language: string | null): string | null {
  const [tag] = /^[a-z]{2,3}(?=-|$)/i.exec(language ?? '') ?? [];
  return tag === undefined || /^(nl|und|zxx|art|q..)$/i.test(tag) ? null : tag;
}
