import { type AdaptiveCard } from '../adaptive-card.ts';
import { line, run, subtleLine } from '../lines.ts';
import { listCard } from '../list-card.ts';
import { type Words } from '../words.ts';
import { type FiguresView, statsButton } from './figures-view.ts';
import { sectionsFor } from './sections.ts';

/** What each figure means, how it is worked out and what it does not say, under the same headings as the figures. */
export function explanationCard(view: FiguresView, words: Words): AdaptiveCard {
  return listCard(
    {
      title: words.say('figures.explain'),
      lines: [line(words.say('figures.explain.intro'))],
      sections: sectionsFor(view.sight).map(({ title, figures }) => ({
        label: words.say(title),
        lines: figures.flatMap((name) => [
          line(run(words.say(`figure.${name}.name`), { weight: 'Bolder' }), `: ${words.say(`figure.${name}.formula`)}`),
          subtleLine(words.say(`figure.${name}.pitfall`)),
        ]),
      })),
      actions: [statsButton('statsShow', words.say('figures.back'), view)],
    },
    words,
  );
}
