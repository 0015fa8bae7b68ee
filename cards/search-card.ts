import { type Entry } from '../services/domain/overview/entry.ts';
import { type AdaptiveCard } from './adaptive-card.ts';
import { line } from './lines.ts';
import { listCard } from './list-card.ts';
import { cut, literal } from './literal-text.ts';
import { foundLine, type LinkTo } from './overview-lines.ts';
import { type Words } from './words.ts';

/** So much of what was typed is said back. UTF-16 units. */
const SAID_BACK = 60;

/** The dialogues that were found, best first; none is a sentence with what to try. */
export function searchCard(asked: string, found: readonly Entry[], linkTo: LinkTo, words: Words): AdaptiveCard {
  const about = { asked: literal(cut(asked, SAID_BACK).text) };
  return listCard(
    {
      title: words.say('search.title'),
      lines: [
        line(found.length === 0 ? words.say('search.none', about) : words.many('search.found', found.length, about)),
        ...found.map((entry) => foundLine(entry, linkTo, words)),
      ],
    },
    words,
  );
}
