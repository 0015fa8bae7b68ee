import { figure, type FigureName } from '../../services/domain/figures/figure.ts';
import { type Report } from '../../services/domain/figures/report.ts';
import { type Sight } from '../../services/domain/figures/who-sees.ts';
import { type CardElement } from '../adaptive-card.ts';
import { folded } from '../folded.ts';
import { type Line, line, run } from '../lines.ts';
import { type Key, type Words } from '../words.ts';
import { figureInWords, intervalInWords } from './value-words.ts';

/** A heading under which figures are folded away, and told in the explanation. */
export interface FigureSection {
  readonly id: string;
  readonly title: Key;
  readonly figures: readonly FigureName[];
  /** Not there: for everybody who sees figures. */
  readonly sight?: Sight;
}

/** Every figure stands under one heading. */
export const FIGURE_SECTIONS: readonly FigureSection[] = [
  { id: 'norm', title: 'figures.section.norm', figures: ['onTime', 'answered', 'replyTime', 'pickUpTime'] },
  { id: 'flow', title: 'figures.section.flow', figures: ['came', 'kinds', 'sources', 'ways', 'ownPosts'] },
  {
    id: 'open',
    title: 'figures.section.open',
    figures: ['waiting', 'overdue', 'promisesDue', 'promisesKept', 'questionsOpen', 'questionTime'],
  },
  {
    id: 'wrong',
    title: 'figures.section.wrong',
    figures: ['silentFailures', 'doubleReplies', 'notPlaced', 'unchecked', 'removed', 'expiredClaims', 'relabelled'],
  },
  { id: 'aside', title: 'figures.section.aside', figures: ['aside', 'handedOver'] },
  { id: 'topics', title: 'figures.section.topics', figures: ['topics', 'noisyTerms'] },
  { id: 'yes', title: 'figures.section.yes', figures: ['approvalTime', 'sentBack'], sight: 'all' },
];

export function sectionsFor(sight: Sight): readonly FigureSection[] {
  return FIGURE_SECTIONS.filter((section) => section.sight !== 'all' || sight === 'all');
}

/** All figures under their headings, folded away. */
export function foldedFigures(report: Report, sight: Sight, words: Words): readonly CardElement[] {
  return [
    ...sectionsFor(sight).flatMap(({ id, title, figures }) =>
      folded(
        `stats-${id}`,
        words.say(title),
        figures.map((name) => figureLine(name, report, words)),
      ),
    ),
    ...(sight === 'all' ? folded('stats-cost', words.say('figures.section.cost'), costLines(report, words)) : []),
  ];
}

/** "Op tijd: 83% (25 van 30), tussen 66% en 93%, doel 80% · ervoor 71% (20 van 28)". */
export function figureLine(name: FigureName, { figures, before, goal, at }: Report, words: Words): Line {
  const value = figure(name, figures);
  const then = figure(name, before);
  const certain = value.as === 'share' ? intervalInWords(value, words) : '';
  const shown = [
    figureInWords(name, value, at, words),
    ...(certain === '' ? [] : [certain]),
    ...(name === 'onTime' ? [words.say('figures.goal', { goal: words.percent(goal / 100) })] : []),
  ].join(', ');
  const comparable = then.as === 'count' || then.as === 'share' || then.as === 'minutes';
  const earlier = comparable && name !== 'overdue' ? figureInWords(name, then, at, words) : '';
  return line(
    run(words.say(`figure.${name}.name`), { weight: 'Bolder' }),
    `: ${shown}`,
    ...(earlier === '' ? [] : [run(` · ${words.say('figures.change.was', { before: earlier })}`, { isSubtle: true })]),
  );
}

function costLines({ cost }: Report, words: Words): readonly Line[] {
  if (cost === null) return [line(words.say('figures.cost.unknown'))];
  return [line(run(words.say('figures.cost.name'), { weight: 'Bolder' }), `: ${words.dollars(cost.usd)}`)];
}
