import { type AdaptiveCard } from './adaptive-card.ts';
import { run } from './lines.ts';

/** The card with a sentence on top, for who clicked: what happened and what to do now. A banner stays above it. */
export function withNotice(card: AdaptiveCard, sentence: string): AdaptiveCard {
  const text = { type: 'RichTextBlock', inlines: [run(`ⓘ ${sentence}`, { weight: 'Bolder' })] } as const;
  const notice = { type: 'Container', style: 'attention', items: [text] } as const;
  const banner = card.body.filter((element, index) => index === 0 && element['bleed'] === true);
  return { ...card, body: [...banner, notice, ...card.body.slice(banner.length)] };
}
