/** How a contact was answered. `outside`: on the network itself, beside the bot. */
export const WAYS = ['public', 'private', 'outside', 'phoned', 'mailed', 'counter', 'already-answered'] as const;
export type Way = (typeof WAYS)[number];
