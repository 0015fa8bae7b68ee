import { type QuotedPost } from '../services/domain/post.ts';
import { type ShownPost } from '../services/domain/dialogue/view.ts';
import { type ShownPhoto } from './card-models.ts';
import { type Line, line, run, subtleLine } from './lines.ts';
import { cut, literal, literalName } from './literal-text.ts';
import { type Words } from './words.ts';

/** UTF-16 units: to know what it is about, beside all else on a card of 28 KB. */
const QUOTED = 280;
const ALT_TEXT = 200;

/** What one needs to see beside a post: what it reacts to or quotes, to the letter, and its language when that is not Dutch. */
export function aroundLines(post: ShownPost | undefined, words: Words): readonly Line[] {
  if (post?.surroundings == null) return [];
  const { repliedTo, quoted, language } = post.surroundings;
  return [
    ...(language === null
      ? []
      : [subtleLine(words.say('around.language', { language: words.languageName(language) }))]),
    ...(repliedTo === null ? [] : quotedLines(post.reactsToUs ? 'around.ours' : 'around.repliedTo', repliedTo, words)),
    ...(quoted === null ? [] : quotedLines('around.quoted', quoted, words)),
  ];
}

function quotedLines(
  key: 'around.ours' | 'around.repliedTo' | 'around.quoted',
  { handle, text }: QuotedPost,
  words: Words,
): readonly Line[] {
  const who = handle === null ? words.say('around.somebody') : `@${literalName(handle)}`;
  const shown = cut(literal(text).replace(/\s+/g, ' ').trim(), QUOTED);
  return [
    subtleLine(words.say(key, { who })),
    line(run(shown.whole ? shown.text : `${shown.text} …`, { isSubtle: true, italic: true })),
  ];
}

/** The photos of a post, small; the reader's client fetches them. Alt text is read by no client as markdown. */
export function photosOf(post: ShownPost | undefined, words: Words): readonly ShownPhoto[] {
  return (post?.surroundings?.photos ?? []).map(({ url, alt }) => {
    const said = cut(
      literal(alt ?? '')
        .replace(/\s+/g, ' ')
        .trim(),
      ALT_TEXT,
    ).text;
    return { url, alt: said === '' ? words.say('around.photo') : said };
  });
}
