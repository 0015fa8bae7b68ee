import { type Instant } from '../services/domain/instant.ts';
import { type Group } from '../services/domain/overview/entry.ts';
import { type OpenGroup } from '../services/domain/overview/open-for.ts';
import { type AdaptiveCard } from './adaptive-card.ts';
import { line } from './lines.ts';
import { listCard } from './list-card.ts';
import { entryLines, type LinkTo } from './overview-lines.ts';
import { type Words } from './words.ts';

/** Lines under one heading: what somebody reads at once. */
const MOST = 10;

/** What is open for whoever asked; nothing open is a sentence. */
export function openCard(groups: readonly Group<OpenGroup>[], at: Instant, linkTo: LinkTo, words: Words): AdaptiveCard {
  const empty = groups.length === 0;
  return listCard(
    {
      title: words.say('open.title'),
      lines: [line(words.say(empty ? 'open.empty' : 'open.looked', { time: words.time(at) }))],
      sections: groups.map(({ name, entries }) => ({
        label: words.say(`open.${name}`, { count: entries.length }),
        lines: entryLines(entries, MOST, linkTo, words),
      })),
    },
    words,
  );
}
