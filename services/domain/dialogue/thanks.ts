const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** At least one of these makes a post thanks; "snelle reactie" alone is not. */
const CORE = words(
  'dank dankje dankjewel dankuwel bedankt merci super top fijn prima geweldig tof perfect topper toppers toppie ' +
    'oke oké ok okay okee helder duidelijk thanks thank thx tnx ty cheers great awesome',
);

/** These may stand beside them. A list of what is harmless, for any other word may be a question or a "but". */
const BESIDE = words(
  'je u wel jullie jij hartelijk heel erg veel mooi goed cool zo snel snelle vlotte reactie antwoord hulp voor het de ' +
    'jouw uw deze info informatie hoor zeg alvast nogmaals weer groet groeten groetjes en ' +
    'you so much a lot very for your the this quick reply answer help and',
);

/** Signs of the opposite, also beside a word of thanks. */
const DISPLEASED = /[👎😡🤬😠💩🖕😤🙄😒😞😔😢😭😩😫🤮🤢😾💔🤦🤷🤡🆘🚨😳😑😐🤨🙃]|[:;=]['’]?-?[(/|\\]/u;
const SMILEY = /[:;=]-?[)dp]+(?!\p{L})|<3/giu;
const MENTION = /@[\w.-]+(?:@[\w.-]+)?/gu;

/** Whether a post says only thanks. Any other word makes it more than that; so does a question mark or an angry face. */
export function isOnlyThanks(text: string): boolean {
  if (/[?？⁉❓❔]/u.test(text) || DISPLEASED.test(text)) return false;
  const bare = text.normalize('NFC').toLowerCase().replace(MENTION, ' ').replace(SMILEY, ' 🙂 ');
  const said = bare.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (said.length === 0) return /\p{Extended_Pictographic}/u.test(bare);
  return said.every((word) => CORE.has(word) || BESIDE.has(word)) && said.some((word) => CORE.has(word));
}

const GREETING = words('hoi hoihoi hai hallo hi hey heej hello dag goedemorgen goedemiddag goedenavond goedendag moi');

/** Whether somebody only thanks or greets; what else may be an answer is left to be one ("morgen", "ja"). */
export function isOnlyCourtesy(text: string): boolean {
  if (isOnlyThanks(text)) return true;
  const said =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const rest = said.filter((word) => !GREETING.has(word));
  return said.length > rest.length && !text.includes('?') && (rest.length === 0 || isOnlyThanks(rest.join(' ')));
}
