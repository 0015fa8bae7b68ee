import { figureAs } from '../../services/domain/figures/figure-as.ts';
import { headline } from '../../services/domain/figures/headline.ts';
import { type AdaptiveCard } from '../adaptive-card.ts';
import { type StatisticsModel } from '../card-models.ts';
import { type Line, run, subtleLine } from '../lines.ts';
import { plainInMarkdown } from '../literal-text.ts';
import { render } from '../render.ts';
import { type Words } from '../words.ts';
import { type FiguresView, statsButton } from './figures-view.ts';
import { headlineBox, headlineSentence } from './headline-box.ts';
import { daysInWords, periodTitle } from './period-title.ts';
import { pictureElements } from './picture.ts';
import { foldedFigures } from './sections.ts';
import { weeklySection } from './weekly-section.ts';
import { worthSection } from './worth-section.ts';
import { tiles } from './tiles.ts';

/** The figures of a period: what matters most, four numbers, one picture, and everything else folded away. */
export function statisticsCard(view: FiguresView, words: Words): AdaptiveCard {
  const { report, sight, own, files } = view;
  const found = headline(report);
  const title = words.say('figures.title', { period: periodTitle(report.period, report.at, words) });
  const anything = figureAs('count', 'came', report.figures).n > 0;
  return render('statistics', {
    ...headOf(view, title, words),
    fallback: plainInMarkdown(`${title}. ${headlineSentence(found, report.goal, words)}`),
    headline: [headlineBox(found, report.goal, words)],
    tiles: tiles(report, words),
    picture: anything ? pictureElements(view, words) : [],
    folded: [
      ...foldedFigures(report, sight, words),
      ...worthSection(view.worth ?? null, words),
      ...(view.weekly === undefined ? [] : weeklySection(view.weekly.subscription, words)),
    ],
    actions: [
      statsButton('statsShow', words.say('figures.refresh'), view),
      ...(own ? [statsButton('statsOwn', words.say('figures.own'), view)] : []),
      statsButton('statsExplain', words.say('figures.explain'), view),
      ...(files && anything
        ? [
            statsButton('statsExcel', words.say('export.excel'), view),
            statsButton('statsCsv', words.say('export.csv'), view),
          ]
        : []),
    ],
  });
}

/** What stands above the figures: which they are, of when, and what they are compared with. */
export function headOf(
  { report, place }: Pick<FiguresView, 'report' | 'place'>,
  title: string,
  words: Words,
): Pick<StatisticsModel, 'lang' | 'practice' | 'title' | 'about'> {
  const { at, period, mode } = report;
  const measured = words.say('figures.about', {
    place: place ?? words.say('figures.place.all'),
    moment: words.moment(at),
  });
  const running = period.running
    ? [run(` · ${words.say('figures.running')}`, { size: 'Small', weight: 'Bolder' })]
    : [];
  const first: Line = { runs: [run(measured, { size: 'Small', isSubtle: true }), ...running] };
  const compared = words.say('figures.compared', { days: daysInWords(period.before, at, words) });
  return {
    lang: words.language,
    practice: mode === 'live' ? '' : words.say(`figures.mode.${mode}`),
    title: plainInMarkdown(title),
    about: [first, subtleLine(compared)],
  };
}
