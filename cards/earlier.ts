import { type Entry } from '../services/domain/overview/entry.ts';
import { type AdaptiveCard } from './adaptive-card.ts';
import { line, run } from './lines.ts';
import { foundLine, type LinkTo } from './overview-lines.ts';
import { type Words } from './words.ts';

/** The card, for who asked, with the citizen's earlier dialogues under it. */
export function withEarlier(card: AdaptiveCard, entries: readonly Entry[], linkTo: LinkTo, words: Words): AdaptiveCard {
  const lines = [
    line(run(words.say(entries.length === 0 ? 'earlier.none' : 'earlier.title'), { weight: 'Bolder' })),
    ...entries.map((entry) => foundLine(entry, linkTo, words)),
  ];
  const items = lines.map(({ runs }) => ({ type: 'RichTextBlock', inlines: runs, spacing: 'Small' }));
  return { ...card, body: [...card.body, { type: 'Container', style: 'emphasis', spacing: 'Medium', items }] };
}
