import { type AdaptiveCard } from '../../cards/adaptive-card.ts';

/** An object somewhere in a card, with the properties that the tests look at. */
export interface Part {
  readonly type?: string;
  readonly id?: string;
  readonly text?: string;
  readonly title?: string;
  readonly verb?: string;
  readonly label?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly [property: string]: unknown;
}

/** Every object in a card, outermost first; data of buttons is not looked into. */
export function partsOf(value: unknown): readonly Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).filter(([name]) => name !== 'data');
  return [value as Part, ...inner.flatMap(([, one]) => partsOf(one))];
}

export function ofType(value: unknown, type: string): readonly Part[] {
  return partsOf(value).filter((part) => part.type === type);
}

/** Every string in a card that is not the text of a TextRun or what stands in an input, with where it stands. */
export function readAsMarkup(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  const { type } = value as Part;
  const literal = type === 'TextRun' ? 'text' : type === 'Input.Text' ? 'value' : null;
  return Object.entries(value)
    .filter(([name]) => name !== literal)
    .flatMap(([name, one]) => readAsMarkup(one, `${path}/${name}`));
}

/** All words of a card as somebody reads them, one element a line. */
export function read(card: AdaptiveCard): string {
  return partsOf(card.body)
    .map((part) => {
      if (part.type === 'TextBlock') return part.text;
      if (part.type !== 'RichTextBlock') return null;
      return (part['inlines'] as readonly Part[]).map(({ text }) => text).join('');
    })
    .filter((text) => text !== null)
    .join('\n');
}

/** The titles of a card's buttons, a fold-out's with what is in it: "Afronden › Afronden". */
export function titlesOf(card: AdaptiveCard): readonly string[] {
  return card.actions.map((action) =>
    action.type === 'Action.ShowCard'
      ? [action.title, action.card.actions.map(({ title }) => title).join(', ')].join(' › ')
      : action.title,
  );
}

export function bytesOf(card: AdaptiveCard): number {
  return Buffer.byteLength(JSON.stringify(card));
}
