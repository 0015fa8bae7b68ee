/** Words of thanks and approval; a post of nothing but these, emoji, mentions and punctuation re-opens nothing. */
const THANKS = new Set(
  (
    'dank dankje dankjewel dankuwel bedankt thanks thank thx tnx ty merci you je u wel jullie hartelijk heel erg ' +
    'super top fijn mooi prima goed oke oké ok okay helder duidelijk geweldig tof cool perfect topper toppie ' +
    'zo snel snelle reactie antwoord voor het de jouw uw deze info informatie hoor zeg'
  ).split(' '),
);
/** Only a post with at least one of these is thanks; "snelle reactie" alone is not. */
const CORE = new Set(
  'dank dankje dankjewel dankuwel bedankt thanks thank thx tnx ty merci super top fijn prima geweldig tof perfect topper toppie oke oké ok okay helder duidelijk'.split(
    ' ',
  ),
);

/** Whether a post says only thanks. Any other word makes it more than that; so does a question mark. */
export function isOnlyThanks(text: string): boolean {
  if (text.includes('?')) return false;
  const bare = text.normalize('NFC').toLowerCase().replace(/@\w+/g, ' ');
  const words = bare.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return /\p{Extended_Pictographic}/u.test(bare) && !/[👎😡🤬😠💩🖕😤]/u.test(bare);
  return (
    words.every((word) => THANKS.has(word)) && words.some((word) => CORE.has(word)) && !/[👎😡🤬😠💩🖕😤]/u.test(bare)
  );
}
