import { type CardElement } from './adaptive-card.ts';
import { type Line } from './lines.ts';

/** Lines under a title that one can press, shown and hidden by the client alone. `id` is unique on the card. */
export function folded(id: string, title: string, lines: readonly Line[]): readonly CardElement[] {
  const [closed, open] = [`${id}-closed`, `${id}-open`];
  const mark = (sign: string, ident: string, rest: object = {}): CardElement => ({
    type: 'RichTextBlock',
    id: ident,
    inlines: [{ type: 'TextRun', text: `${sign} ${title}`, color: 'Accent' }],
    ...rest,
  });
  return [
    {
      type: 'Container',
      selectAction: { type: 'Action.ToggleVisibility', title, targetElements: [id, closed, open] },
      items: [mark('▸', closed), mark('▾', open, { isVisible: false })],
    },
    {
      type: 'Container',
      id,
      isVisible: false,
      spacing: 'Small',
      items: lines.map(({ runs }) => ({ type: 'RichTextBlock', inlines: runs, spacing: 'None' })),
    },
  ];
}
