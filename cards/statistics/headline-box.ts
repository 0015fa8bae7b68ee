import { GRAVITY, type Headline } from '../../services/domain/figures/headline.ts';
import { type CardElement } from '../adaptive-card.ts';
import { run } from '../lines.ts';
import { type Words } from '../words.ts';
import { shareInWords } from './value-words.ts';

/** A sign beside the colour, for who does not see it. */
const LOOK = {
  broken: { style: 'attention', sign: '⚠' },
  poor: { style: 'warning', sign: '⚠' },
  news: { style: 'emphasis', sign: 'ⓘ' },
  good: { style: 'good', sign: '✓' },
} as const;

/** What matters most, as one sentence in a box of its own. */
export function headlineBox(headline: Headline, goal: number, words: Words): CardElement {
  const { style, sign } = LOOK[GRAVITY[headline.rule]];
  const text = headlineSentence(headline, goal, words);
  const inlines = [run(`${sign} ${text}`, { weight: 'Bolder' })];
  return { type: 'Container', style, items: [{ type: 'RichTextBlock', inlines }] };
}

/** The sentence itself. `goal`: in %. */
export function headlineSentence(headline: Headline, goal: number, words: Words): string {
  const goalWords = words.percent(goal / 100);
  switch (headline.rule) {
    case 'silent':
    case 'double':
    case 'overdue':
      return words.many(`headline.${headline.rule}`, headline.n);
    case 'belowGoal': {
      const share = shareInWords(headline.onTime, words);
      return words.say(headline.certain ? 'headline.belowGoal' : 'headline.belowGoal.chance', {
        share,
        goal: goalWords,
      });
    }
    case 'promises':
    case 'claims':
      return words.many(`headline.${headline.rule}`, headline.n, { whole: headline.whole });
    case 'rising':
      return words.say('headline.rising', { topic: headline.topic, count: headline.n, before: headline.before });
    case 'nothing':
      return words.say('headline.nothing');
    case 'usual':
      return headline.onTime.enough
        ? words.say('headline.usual', { share: shareInWords(headline.onTime, words), goal: goalWords })
        : words.say('headline.usual.few');
  }
}
