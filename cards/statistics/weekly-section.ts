import { type ReportSubscription } from '../../services/domain/evaluation/report-subscription.ts';
import { type CardElement } from '../adaptive-card.ts';
import { evaluationButton } from '../evaluation/evaluation-verbs.ts';
import { type Words } from '../words.ts';

/** Whether who looks gets these figures each week, and the button that changes it; what went wrong with the last one. */
export function weeklySection(subscription: ReportSubscription | null, words: Words): readonly CardElement[] {
  const on = subscription !== null;
  const sentences = [
    ...(subscription?.refused == null ? [] : [words.say('weekly.refused', { week: subscription.refused })]),
    words.say(on ? 'weekly.isOn' : 'weekly.isOff'),
  ];
  return [
    {
      type: 'RichTextBlock',
      spacing: 'Medium',
      inlines: [{ type: 'TextRun', text: sentences.join(' '), size: 'Small' }],
    },
    { type: 'ActionSet', spacing: 'Small', actions: [evaluationButton(on ? 'reportOff' : 'reportOn', words)] },
  ];
}
