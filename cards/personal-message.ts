import { type PersonalMessage } from '../services/domain/personal-message.ts';
import { type AdaptiveCard } from './adaptive-card.ts';
import { alertText } from './alert.ts';
import { type Words } from './words.ts';

/** A message to one person. `text` is markdown to Teams; '' where the card says it all. */
export interface DrawnMessage {
  readonly text: string;
  readonly card: AdaptiveCard | null;
  /** One plain line for a notification, without personal data; '' where the text is that line. */
  readonly summary: string;
}

type Kind = PersonalMessage['kind'];
type Draw<K extends Kind> = (message: Extract<PersonalMessage, { kind: K }>, words: Words) => DrawnMessage;

/** Kind of message → how it is drawn. */
const DRAW: { readonly [K in Kind]: Draw<K> } = {
  alert: ({ alert }, words) => ({ text: alertText(alert, words), card: null, summary: '' }),
};

/** What a person gets to see of it. */
export function personalMessage(message: PersonalMessage, words: Words): DrawnMessage {
  return DRAW[message.kind](message, words);
}
