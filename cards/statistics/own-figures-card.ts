import { type OwnFigures, ownFigures } from '../../services/domain/figures/own-figures.ts';
import { type FigureName, type FigureValue } from '../../services/domain/figures/figure.ts';
import { type AdaptiveCard } from '../adaptive-card.ts';
import { type Line, line, run, subtleLine } from '../lines.ts';
import { render } from '../render.ts';
import { type Words } from '../words.ts';
import { type FiguresView, statsButton } from './figures-view.ts';
import { periodTitle } from './period-title.ts';
import { headOf } from './statistics-card.ts';
import { figureInWords, intervalInWords } from './value-words.ts';

/** What one person did, for that person alone. `email`: of who clicked, as Teams says it, never from the button. */
export function ownFiguresCard(view: FiguresView, email: string, words: Words): AdaptiveCard {
  const { report } = view;
  const [now, then] = [ownFigures(report.figures, email), ownFigures(report.before, email)];
  const title = words.say('figures.own.title', { period: periodTitle(report.period, report.at, words) });
  return render('statistics', {
    ...headOf(view, title, words),
    fallback: title,
    headline: asElements(ownLines(now, then, view, words)),
    tiles: [],
    picture: [],
    folded: asElements([subtleLine(words.say('figures.own.note'))]),
    actions: [statsButton('statsShow', words.say('figures.back'), view)],
  });
}

function ownLines(now: OwnFigures, then: OwnFigures, { report }: FiguresView, words: Words): readonly Line[] {
  const told = (name: FigureName, value: FigureValue): string => figureInWords(name, value, report.at, words);
  const row = (label: string, shown: string, before: string): Line =>
    line(
      run(label, { weight: 'Bolder' }),
      `: ${shown}`,
      run(` · ${words.say('figures.change.was', { before })}`, { isSubtle: true }),
    );
  const interval = intervalInWords(now.onTime, words);
  const onTime = [told('onTime', now.onTime), ...(interval === '' ? [] : [interval])].join(', ');
  return [
    row(words.say('figures.own.answered'), String(now.answered), String(then.answered)),
    row(words.say('figures.own.onTime'), onTime, told('onTime', then.onTime)),
    row(words.say('figures.own.replyTime'), told('replyTime', now.replyTime), told('replyTime', then.replyTime)),
  ];
}

function asElements(lines: readonly Line[]): readonly { readonly type: string; readonly inlines: Line['runs'] }[] {
  return lines.map(({ runs }) => ({ type: 'RichTextBlock', inlines: runs, spacing: 'Small' }));
}
