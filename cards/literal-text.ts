/**
 * Text of others made harmless to look at: what cannot be seen and changes how the rest is read is taken out (control
 * characters but the newline, zero-width characters, marks that turn the reading direction around). All that can be
 * seen stays to the letter; the joiner inside an emoji stays too.
 */
export function literal(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)\p{Cc}|[\u061C\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu, '')
    .replace(
      /(?<!\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?)\u200D|\u200D(?!\p{Extended_Pictographic})/gu,
      '',
    );
}

/** A name or handle of somebody else, for use in a line of ours: one line, short, and not turning the line around. */
export function literalName(name: string): string {
  const { text } = cut(literal(name).replace(/\s+/g, ' ').trim(), 60);
  return /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u.test(text)
    ? `\u2068${text}\u2069`
    : text;
}

const segmenter = new Intl.Segmenter();
/** A written character of more UTF-16 units than this is an attack, and may be cut in two. */
const LONGEST_CHARACTER = 50;

/** The first `limit` UTF-16 units, never half a written character. */
export function cut(text: string, limit: number): { readonly text: string; readonly whole: boolean } {
  if (text.length <= limit) return { text, whole: true };
  const start = Math.max(0, limit - LONGEST_CHARACTER);
  const around = segmenter.segment(text.slice(start, limit + LONGEST_CHARACTER));
  const borders = [...around].map(({ index }) => start + index).filter((index) => index > start && index <= limit);
  const end = borders.at(-1) ?? limit;
  return {
    text: text
      .slice(0, end)
      .replace(/[\uD800-\uDBFF]$/, '')
      .trimEnd(),
    whole: false,
  };
}

/** For the few places that read markdown (headings, messages): our own words with names and settings in them. */
export function plainInMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]~<>#|]/g, (mark) => `\\${mark}`);
}
