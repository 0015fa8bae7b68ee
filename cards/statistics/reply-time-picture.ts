import { figureAs } from '../../services/domain/figures/figure-as.ts';
import { replyBuckets, type ReplyBucket } from '../../services/domain/figures/reply-buckets.ts';
import { type CardElement } from '../adaptive-card.ts';
import { line } from '../lines.ts';
import { type Words } from '../words.ts';
import { type FiguresView } from './figures-view.ts';
import { type Drawn } from './drawn.ts';
import { barRuns, tableElement } from './table-element.ts';
import { figureInWords } from './value-words.ts';

/** How long answers took, in opening time, with those that did not come as a bar of their own. */
export function replyTimePicture({ report }: FiguresView, words: Words): Drawn {
  const { figures, at } = report;
  const { replies, unanswered } = replyBuckets(figures.counts);
  const bars = [
    ...replies.map((bucket) => ({ title: titleOf(bucket, replies, words), n: bucket.n })),
    { title: words.say('figures.reply.unanswered'), n: unanswered },
  ];
  const most = Math.max(...bars.map(({ n }) => n));
  const value = figureAs('minutes', 'replyTime', figures);
  const sentence = words.say(value.n === 0 ? 'figures.reply.none' : 'figures.reply', {
    time: figureInWords('replyTime', value, at, words),
    unanswered,
  });
  if (most === 0) return { sentence, elements: [] };
  const chart: CardElement = {
    type: 'Chart.VerticalBar',
    showBarValues: true,
    xAxisTitle: words.say('figures.axis.time'),
    yAxisTitle: words.say('figures.axis.messages'),
    data: bars.map(({ title, n }) => ({ x: title, y: n })),
    fallback: tableElement(
      [3, 4],
      [words.say('figures.axis.time'), words.say('figures.axis.count')],
      bars.map(({ title, n }) => [line(title), line(...barRuns(n, most, words.say('figures.count', { count: n })))]),
    ),
  };
  return { sentence, elements: [chart] };
}

function titleOf({ within }: ReplyBucket, replies: readonly ReplyBucket[], words: Words): string {
  if (within !== null) return words.say('figures.reply.within', { time: words.minutes(within) });
  const last = replies.findLast((bucket) => bucket.within !== null)?.within ?? 0;
  return words.say('figures.reply.longer', { time: words.minutes(last) });
}
