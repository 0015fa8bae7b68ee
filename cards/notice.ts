import { type AdaptiveCard } from './adaptive-card.ts';
import { run } from './lines.ts';

/** The card with a sentence on top, for who clicked: what happened and what to do now. */
export function withNotice(card: AdaptiveCard, sentence: string): AdaptiveCard {
  const text = { type: 'RichTextBlock', inlines: [run(`ⓘ ${sentence}`, { weight: 'Bolder' })] } as const;
  const notice = { type: 'Container', style: 'attention', items: [text] } as const;
  return { ...card, body: [notice, ...card.body] };
}
