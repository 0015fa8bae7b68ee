import { type Bucket, bucketsOf } from '../../services/domain/figures/buckets.ts';
import { ranked, totalOf } from '../../services/domain/figures/counts.ts';
import { type CardElement } from '../adaptive-card.ts';
import { line } from '../lines.ts';
import { type Words } from '../words.ts';
import { type FiguresView } from './figures-view.ts';
import { bucketTitle } from './period-title.ts';
import { type Drawn } from './drawn.ts';
import { barRuns, tableElement } from './table-element.ts';
import { nameInWords } from './value-words.ts';

/** Kinds that have a colour of their own; what is left is one more. */
const MOST_KINDS = 5;
/** Kinds that are told of one bar. */
const MOST_TOLD = 3;

/** What came in over time, by kind: bars on top of each other. */
export function inflowPicture({ report, today }: FiguresView, words: Words): Drawn {
  const { figures, period, at } = report;
  const { size, buckets } = bucketsOf(period, today, figures);
  const title = (bucket: Bucket): string => bucketTitle(size, bucket, at, words);
  const most = Math.max(...buckets.map(({ counts }) => totalOf(counts, 'came')));
  const busiest = buckets.find(({ counts }) => totalOf(counts, 'came') === most);
  const kinds = ranked(figures.counts, 'came').map(([kind]) => kind);
  const shown = kinds.slice(0, MOST_KINDS);
  const rest = kinds.slice(MOST_KINDS);
  const series = [
    ...shown.map((kind) => ({ legend: nameInWords('kinds', kind, words), kinds: [kind] })),
    ...(rest.length > 0 ? [{ legend: words.say('figures.rest'), kinds: rest }] : []),
  ];
  const chart: CardElement = {
    type: 'Chart.VerticalBar.Grouped',
    stacked: true,
    yAxisTitle: words.say('figures.axis.messages'),
    data: series.map(({ legend, kinds: together }) => ({
      legend,
      values: buckets.map((bucket) => ({ x: title(bucket), y: sumOf(bucket, together) })),
    })),
    fallback: tableElement(
      [3, 4, 4],
      [words.say(`figures.axis.${size}`), words.say('figures.axis.count'), words.say('figures.axis.kinds')],
      buckets.map((bucket) => {
        const n = totalOf(bucket.counts, 'came');
        return [
          line(title(bucket)),
          line(...barRuns(n, most, words.say('figures.count', { count: n }))),
          line(kindsInWords(bucket, series, words)),
        ];
      }),
    ),
  };
  const kindWords = kindsInWords(figures, series.slice(0, 2), words);
  const sentence = [
    words.many('figures.inflow', totalOf(figures.counts, 'came')),
    ...(buckets.length > 1 && busiest !== undefined
      ? [words.say('figures.inflow.most', { busiest: title(busiest), most })]
      : []),
    words.say('figures.inflow.kinds', { kinds: kindWords }),
  ].join(' ');
  return { sentence, elements: [chart] };
}

function sumOf({ counts }: Pick<Bucket, 'counts'>, kinds: readonly string[]): number {
  return kinds.reduce((sum, kind) => sum + (counts.came?.[kind] ?? 0), 0);
}

function kindsInWords(
  bucket: Pick<Bucket, 'counts'>,
  series: readonly { readonly legend: string; readonly kinds: readonly string[] }[],
  words: Words,
): string {
  const parts = series
    .map(({ legend, kinds }) => ({ kind: legend, count: sumOf(bucket, kinds) }))
    .filter(({ count }) => count > 0);
  const rest = parts.slice(MOST_TOLD).reduce((sum, { count }) => sum + count, 0);
  const told = parts.slice(0, MOST_TOLD).map((part) => words.say('figures.kind', part));
  if (told.length === 0) return '–';
  return [...told, ...(rest > 0 ? [words.say('figures.more', { count: rest })] : [])].join(', ');
}
