import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { handleOf, mainPost } from './citizen-words.ts';
import { cut, literal } from './literal-text.ts';
import { matter } from './matter.ts';
import { networkName } from './network-name.ts';
import { type Words } from './words.ts';

/** As much as a notification on a telephone shows. */
const LONGEST = 60;

/**
 * The matter in one plain line for a notification: the town and the beginning of the citizen's words, masked as the view
 * has them. What was said in private is not quoted here. Never draw it from a view that shows what is masked. At most 60 UTF-16 units, or as many as are given.
 */
export function summary(view: DialogueView, words: Words, longest = LONGEST): string {
  const main = mainPost(view);
  const said =
    main?.private === true
      ? words.say('post.private.from', { handle: handleOf(view, words) })
      : literal(main?.text ?? '')
          .replace(/\s+/g, ' ')
          .trim();
  const where = view.municipality ?? networkName(view.dialogue, words);
  const line = `${where}: ${said === '' ? matter(view, words) : said}`;
  return line.length <= longest ? line : `${cut(line, longest - 1).text}…`;
}
