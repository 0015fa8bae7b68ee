import { type RoomMessage } from '../../../infra/local/room/message.ts';

/** Any part of a card as it came over the line. */
export type Part = Readonly<Record<string, unknown>>;

/** A button as a person finds it: what it sends, and the inputs it brings along as they are prefilled. */
export interface Button {
  readonly title: string;
  readonly verb: string;
  readonly data: Part;
  readonly inputs: Readonly<Record<string, string>>;
  /** Ids of inputs that Teams does not let be empty. */
  readonly required: readonly string[];
}

const CARD = 'application/vnd.microsoft.card.adaptive';

/** The card in a message; null when it has none. */
export function cardIn({ activity }: RoomMessage): Part | null {
  const attachments = (activity['attachments'] ?? []) as readonly Part[];
  return (attachments.find(({ contentType }) => contentType === CARD)?.['content'] as Part | undefined) ?? null;
}

/** What a person reads of a message: its text and its card without what is folded away, one element a line. */
export function textOf(message: RoomMessage): string {
  const card = cardIn(message);
  return [...(message.activity.text ? [message.activity.text] : []), ...(card ? [textOfCard(card)] : [])].join('\n');
}

export function textOfCard(card: Part): string {
  return linesIn(card['body']).join('\n');
}

/** Every button, those in folded forms too. */
export function buttonsOf(message: RoomMessage): readonly Button[] {
  const card = cardIn(message);
  return card === null ? [] : buttonsIn(card, []);
}

/** @throws Error when the card has no button with this verb. */
export function buttonOn(message: RoomMessage, verb: string): Button {
  const button = buttonsOf(message).find((one) => one.verb === verb);
  if (button === undefined) throw new Error(`There is no button ${verb} on: ${textOf(message)}`);
  return button;
}

export function verbsOf(message: RoomMessage): readonly string[] {
  return buttonsOf(message).map(({ verb }) => verb);
}

/** The addresses that its buttons open. */
export function linksOf(message: RoomMessage): readonly string[] {
  const actions = (cardIn(message)?.['actions'] ?? []) as readonly Part[];
  return actions.filter(({ type }) => type === 'Action.OpenUrl').map(({ url }) => String(url));
}

function linesIn(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(linesIn);
  if (!isPart(part) || part['isVisible'] === false) return [];
  if (part['type'] === 'RichTextBlock') return [(part['inlines'] as Part[]).map(({ text }) => String(text)).join('')];
  if (part['type'] === 'TextBlock') return [String(part['text'])];
  return [part['items'], part['columns']].flatMap(linesIn);
}

function buttonsIn(card: Part, around: readonly Part[]): readonly Button[] {
  const inputs = [...around, ...inputsIn(card['body'])];
  const actions = [...actionsIn(card['body']), ...((card['actions'] ?? []) as readonly Part[])];
  return actions.flatMap((action) => {
    if (action['type'] === 'Action.ShowCard') return buttonsIn(action['card'] as Part, inputs);
    if (action['type'] !== 'Action.Execute') return [];
    const along = action['associatedInputs'] === 'none' ? [] : inputs;
    const button: Button = {
      title: String(action['title']),
      verb: String(action['verb']),
      data: action['data'] as Part,
      inputs: Object.fromEntries(along.map((input) => [String(input['id']), prefilled(input)])),
      required: along.filter(({ isRequired }) => isRequired === true).map(({ id }) => String(id)),
    };
    return [button];
  });
}

function prefilled({ value }: Part): string {
  return typeof value === 'string' ? value : '';
}

function inputsIn(part: unknown): readonly Part[] {
  return everywhere(part).filter(({ type }) => typeof type === 'string' && type.startsWith('Input.'));
}

function actionsIn(part: unknown): readonly Part[] {
  return everywhere(part)
    .filter(({ type }) => type === 'ActionSet')
    .flatMap(({ actions }) => actions as readonly Part[]);
}

function everywhere(part: unknown): readonly Part[] {
  if (Array.isArray(part)) return part.flatMap(everywhere);
  return isPart(part) ? [part, ...[part['items'], part['columns']].flatMap(everywhere)] : [];
}

function isPart(part: unknown): part is Part {
  return typeof part === 'object' && part !== null;
}
