import { figureAs } from '../../services/domain/figures/figure-as.ts';
import { type FigureName } from '../../services/domain/figures/figure.ts';
import { LONGEST_AGREEMENT } from '../../services/domain/evaluation/agreement.ts';
import { type Evaluation } from '../../services/domain/evaluation/evaluation.ts';
import { type AdaptiveCard, type CardElement } from '../adaptive-card.ts';
import { box, field } from '../elements.ts';
import { folded } from '../folded.ts';
import { type Line, line, run, subtleLine, textLines } from '../lines.ts';
import { literal, plainInMarkdown } from '../literal-text.ts';
import { type LinkTo } from '../overview-lines.ts';
import { render } from '../render.ts';
import { figureLine } from '../statistics/sections.ts';
import { worthSection } from '../statistics/worth-section.ts';
import { type Words } from '../words.ts';
import { changeLines, overdueLines } from './adjust-lines.ts';
import { AGREEMENT_INPUT, evaluationButton } from './evaluation-verbs.ts';
import { talkLines } from './talk-lines.ts';

/** The figures that a team can do something about. */
const FIGURES: readonly FigureName[] = [
  'came',
  'onTime',
  'replyTime',
  'promisesKept',
  'expiredClaims',
  'doubleReplies',
  'silentFailures',
  'questionTime',
];

/**
 * A month to look back on in one sitting: last time's agreement first, then the figures, what to talk about, what to adjust,
 * and the field for the new agreement. Nothing updates it but the button of who typed in it.
 */
export function evaluationCard(evaluation: Evaluation, linkTo: LinkTo, words: Words): AdaptiveCard {
  const { report, place, usual, talks, month, mayAgree } = evaluation;
  const title = words.say('evaluation.title', { month: words.month(month) });
  const about = [
    place ?? words.say('figures.place.all'),
    ...(report.period.running ? [words.say('figures.running')] : []),
  ].join(' · ');
  return render('form', {
    lang: words.language,
    fallback: words.say('fallback.list', { title: plainInMarkdown(title) }),
    title: plainInMarkdown(title),
    lines: [
      ...(report.mode === 'live' ? [] : [line(run(words.say(`figures.mode.${report.mode}`), { weight: 'Bolder' }))]),
      subtleLine(about),
      ...(usual ? [subtleLine(words.say('evaluation.usual'))] : []),
    ],
    inputs: [
      box(words.say('evaluation.agreed'), agreedLines(evaluation, words)),
      section(
        words.say('evaluation.figures'),
        FIGURES.map((name) => figureLine(name, report, words)),
      ),
      section(words.say('evaluation.talks'), talkLines(talks, linkTo, words)),
      section(
        words.say('evaluation.answers'),
        orNone(overdueLines(evaluation, words), 'evaluation.answers.none', words),
      ),
      section(words.say('evaluation.terms'), orNone(termLines(evaluation, words), 'evaluation.terms.none', words)),
      ...folded(
        'instruction',
        words.say('evaluation.instruction', { count: changesIn(evaluation) }),
        orNone(changeLines(evaluation, words), 'evaluation.instruction.none', words),
      ),
      ...worthSection(evaluation.worth, words),
      ...(mayAgree
        ? [agreementField(evaluation, words)]
        : [section('', [subtleLine(words.say('evaluation.whoAgrees'))])]),
    ],
    actions: mayAgree
      ? [
          evaluationButton(
            'agree',
            words,
            { month, municipality: report.municipality, mode: report.mode },
            { style: 'positive' },
          ),
        ]
      : [],
  });
}

function agreedLines({ agreed, report }: Evaluation, words: Words): readonly Line[] {
  if (agreed === null) return [line(words.say('evaluation.agreed.none'))];
  const { month, text, by, at } = agreed;
  return [
    ...textLines(literal(text), { weight: 'Bolder' }, 8),
    subtleLine(
      words.say('evaluation.agreed.by', { month: words.month(month), name: by.name, day: words.date(at, report.at) }),
    ),
  ];
}

function termLines({ report }: Evaluation, words: Words): readonly Line[] {
  return figureAs('ranking', 'noisyTerms', report.figures).rows.length === 0
    ? []
    : [figureLine('noisyTerms', report, words)];
}

function changesIn({ seen }: Evaluation): number {
  return seen.reduce((sum, { changes, more }) => sum + changes.length + more, 0);
}

function agreementField({ agreement, report }: Evaluation, words: Words): CardElement {
  const label =
    agreement === null
      ? words.say('evaluation.agreement')
      : words.say('evaluation.agreement.again', { name: agreement.by.name, day: words.date(agreement.at, report.at) });
  return field(AGREEMENT_INPUT, label, {
    isMultiline: true,
    maxLength: LONGEST_AGREEMENT,
    value: agreement?.text ?? '',
  });
}

function orNone(
  lines: readonly Line[],
  none: 'evaluation.answers.none' | 'evaluation.terms.none' | 'evaluation.instruction.none',
  words: Words,
): readonly Line[] {
  return lines.length > 0 ? lines : [line(words.say(none))];
}

/** Lines under a heading. */
function section(label: string, lines: readonly Line[]): CardElement {
  const text = (runs: Line['runs']): CardElement => ({ type: 'RichTextBlock', inlines: runs, spacing: 'Small' });
  const head = label === '' ? [] : [text([run(label, { weight: 'Bolder', size: 'Medium' })])];
  return { type: 'Container', spacing: 'Medium', items: [...head, ...lines.map(({ runs }) => text(runs))] };
}
