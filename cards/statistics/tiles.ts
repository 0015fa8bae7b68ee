import { figureAs } from '../../services/domain/figures/figure-as.ts';
import { type FigureName } from '../../services/domain/figures/figure.ts';
import { type Report } from '../../services/domain/figures/report.ts';
import { type CardElement } from '../adaptive-card.ts';
import { run } from '../lines.ts';
import { type Words } from '../words.ts';
import { shareInWords } from './value-words.ts';

interface Tile {
  readonly figure: FigureName;
  readonly number: string;
  readonly notes: readonly string[];
}

/** The four numbers of the first screen, each with what changed; what is open now has no before, and says since when. */
export function tiles(report: Report, words: Words): readonly CardElement[] {
  const [came, onTime, waiting, promises] = [cameTile, onTimeTile, waitingTile, promisesTile].map((tile) =>
    drawn(tile(report, words), words),
  );
  return [
    { type: 'ColumnSet', columns: [came, onTime] },
    { type: 'ColumnSet', spacing: 'Small', columns: [waiting, promises] },
  ];
}

function cameTile({ figures, before }: Report, words: Words): Tile {
  const { n } = figureAs('count', 'came', figures);
  return {
    figure: 'came',
    number: number(n, words),
    notes: [changeInWords(n, figureAs('count', 'came', before).n, words)],
  };
}

function onTimeTile({ figures, before, goal }: Report, words: Words): Tile {
  const now = figureAs('share', 'onTime', figures);
  const then = figureAs('share', 'onTime', before);
  return {
    figure: 'onTime',
    number: shareInWords(now, words),
    notes: [words.say('figures.goal', { goal: words.percent(goal / 100) }), shareChangeInWords(now, then, words)],
  };
}

function waitingTile({ figures, at }: Report, words: Words): Tile {
  const { n, oldest } = figureAs('waiting', 'waiting', figures);
  const late = figureAs('count', 'overdue', figures).n;
  if (oldest === null)
    return { figure: 'waiting', number: number(n, words), notes: [words.say('figures.waiting.none')] };
  const lateWords = late === 0 ? [] : [words.say('figures.waiting.late', { count: late })];
  const moment = words.moment(oldest, at);
  return {
    figure: 'waiting',
    number: number(n, words),
    notes: [...lateWords, words.say('figures.oldest', { moment })],
  };
}

function promisesTile({ figures, at }: Report, words: Words): Tile {
  const { n, oldest } = figureAs('waiting', 'promisesDue', figures);
  const note =
    oldest === null
      ? words.say('figures.promises.none')
      : words.say(oldest < at ? 'figures.promises.late' : 'figures.promises.first', {
          moment: words.moment(oldest, at),
        });
  return { figure: 'promisesDue', number: number(n, words), notes: [note] };
}

/** "3 meer dan ervoor". */
export function changeInWords(now: number, then: number, words: Words): string {
  if (now === then) return words.say('figures.change.same');
  return now > then
    ? words.say('figures.change.more', { count: now - then })
    : words.say('figures.change.less', { count: then - now });
}

function shareChangeInWords(
  now: ReturnType<typeof figureAs<'share'>>,
  then: ReturnType<typeof figureAs<'share'>>,
  words: Words,
): string {
  const before = shareInWords(then, words);
  if (!now.enough || !then.enough || now.share === null || then.share === null)
    return words.say('figures.change.was', { before });
  const [percent, earlier] = [Math.round(now.share * 100), Math.round(then.share * 100)];
  if (percent === earlier) return words.say('figures.change.share.same', { before });
  return words.say(percent > earlier ? 'figures.change.share.higher' : 'figures.change.share.lower', { before });
}

function number(n: number, words: Words): string {
  return words.say('figures.count', { count: n });
}

function drawn({ figure, number: shown, notes }: Tile, words: Words): object {
  const small = (text: string): CardElement => ({
    type: 'RichTextBlock',
    spacing: 'None',
    inlines: [run(text, { size: 'Small', isSubtle: true })],
  });
  return {
    type: 'Column',
    width: 'stretch',
    style: 'emphasis',
    items: [
      { type: 'RichTextBlock', inlines: [run(words.say(`figure.${figure}.name`), { size: 'Small' })] },
      { type: 'RichTextBlock', spacing: 'None', inlines: [run(shown, { size: 'Large', weight: 'Bolder' })] },
      ...notes.map(small),
    ],
  };
}
