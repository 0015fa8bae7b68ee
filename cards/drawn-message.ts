import { type AdaptiveCard } from './adaptive-card.ts';

/** A message to one person. `text` is markdown to Teams; '' where the card says it all. */
export interface DrawnMessage {
  readonly text: string;
  readonly card: AdaptiveCard | null;
  /** One plain line for a notification, without personal data; '' where the text is that line. */
  readonly summary: string;
}
