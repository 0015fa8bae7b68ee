import { type CardElement } from './adaptive-card.ts';
import { type Line } from './lines.ts';

/** Lines, and above them what they are, small; without a label only the lines. Words of others may stand in both. */
export function box(label: string, lines: readonly Line[]): CardElement {
  const shown: readonly CardElement[] = lines.map(({ runs }) => ({
    type: 'RichTextBlock',
    inlines: runs,
    spacing: 'None',
  }));
  if (label === '') return { type: 'Container', items: shown };
  const head: CardElement = {
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text: label, size: 'Small', isSubtle: true }],
    spacing: 'Small',
  };
  const body: readonly CardElement[] =
    shown.length === 0 ? [] : [{ type: 'Container', style: 'emphasis', spacing: 'Small', items: shown }];
  return { type: 'Container', items: [head, ...body] };
}

/** A field to type in, with its label above it. */
export function field(id: string, label: string, rest: object): CardElement {
  return { type: 'Input.Text', id, label, ...rest };
}
