import { bucketsOf } from '../../services/domain/figures/buckets.ts';
import { figureAs } from '../../services/domain/figures/figure-as.ts';
import { type CardElement } from '../adaptive-card.ts';
import { type Line, line, run } from '../lines.ts';
import { type Words } from '../words.ts';
import { type FiguresView } from './figures-view.ts';
import { bucketTitle } from './period-title.ts';
import { type Drawn } from './drawn.ts';
import { tableElement } from './table-element.ts';
import { intervalInWords, shareInWords } from './value-words.ts';

/** Two points make a line. */
const LINE_FROM = 2;

/** The share within the norm over time. A stretch with too few says so, and is no point of the line. */
export function onTimePicture({ report, today }: FiguresView, words: Words): Drawn {
  const { figures, period, at, goal } = report;
  const { size, buckets } = bucketsOf(period, today, figures);
  const points = buckets.map((bucket) => ({
    title: bucketTitle(size, bucket, at, words),
    share: figureAs('share', 'onTime', { counts: bucket.counts, now: figures.now }),
  }));
  const table = tableElement(
    [3, 5, 4],
    [words.say(`figures.axis.${size}`), words.say('figure.onTime.name'), words.say('figures.axis.interval')],
    points.map(({ title, share }) => [
      line(title),
      shareLine(shareInWords(share, words), share.enough),
      line(intervalInWords(share, words) || '–'),
    ]),
  );
  const told = points.filter(({ share }) => share.enough);
  const sorted = [...told].sort((one, other) => (one.share.share ?? 0) - (other.share.share ?? 0));
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  const goalWords = words.percent(goal / 100);
  if (told.length < LINE_FROM || lowest === undefined || highest === undefined)
    return { sentence: words.say('figures.onTime.few', { goal: goalWords }), elements: [table] };
  const chart: CardElement = {
    type: 'Chart.Line',
    yAxisTitle: '%',
    data: [
      {
        legend: words.say('figure.onTime.name'),
        values: told.map(({ title, share }) => ({ x: title, y: Math.round((share.share ?? 0) * 100) })),
      },
      {
        legend: words.say('figures.axis.goal'),
        color: 'neutral',
        values: told.map(({ title }) => ({ x: title, y: goal })),
      },
    ],
    fallback: table,
  };
  const sentence = words.say('figures.onTime', {
    lowest: lowest.title,
    low: shareInWords(lowest.share, words),
    highest: highest.title,
    high: shareInWords(highest.share, words),
    goal: goalWords,
  });
  return { sentence, elements: [chart] };
}

function shareLine(text: string, enough: boolean): Line {
  return line(enough ? run(text, { weight: 'Bolder' }) : run(text, { isSubtle: true }));
}
