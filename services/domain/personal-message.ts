import { type Alert } from './alert.ts';

/**
 * What is said to one person in their 1:1 chat with the bot, as facts: `cards/personal-message.ts` draws each kind.
 * A feature that has something to say to one person adds a variant here and its drawing there.
 */
export type PersonalMessage = { readonly kind: 'alert'; readonly alert: Alert };
