import { topics } from '../../services/domain/figures/figure.ts';
import { type CardElement } from '../adaptive-card.ts';
import { line, run } from '../lines.ts';
import { type Words } from '../words.ts';
import { type FiguresView } from './figures-view.ts';
import { type Drawn } from './drawn.ts';
import { barRuns, tableElement } from './table-element.ts';

/** Topics that are shown. */
const MOST = 10;

/** What it is about, asked of us and found by ourselves together, against the period before. */
export function topicsPicture({ report: { figures, before } }: FiguresView, words: Words): Drawn {
  const all = topics(figures.counts);
  const [first] = all;
  if (first === undefined) return { sentence: words.say('figures.topics.none'), elements: [] };
  const then = new Map(topics(before.counts));
  const shown = all.slice(0, MOST);
  const count = (n: number): string => words.say('figures.count', { count: n });
  const chart: CardElement = {
    type: 'Chart.HorizontalBar',
    displayMode: 'AbsoluteWithAxis',
    data: shown.map(([topic, n]) => ({ x: topic, y: n })),
    fallback: tableElement(
      [5, 4, 3],
      [words.say('figures.axis.topic'), words.say('figures.axis.count'), words.say('figures.axis.before')],
      shown.map(([topic, n]) => [
        line(topic),
        line(...barRuns(n, first[1], count(n))),
        line(run(count(then.get(topic) ?? 0), { isSubtle: true })),
      ]),
    ),
  };
  const values = { topic: first[0], count: first[1], before: then.get(first[0]) ?? 0, topics: all.length };
  return { sentence: words.say('figures.topics', values), elements: [chart] };
}
