/** Who speaks or is spoken to in an activity; `id` is `29:…` for a person and `28:…` for a bot. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId?: string;
}

/**
 * One Bot Framework activity as it stands on the wire. Only the fields that the room itself reads are named:
 * all others are kept and shown as they came.
 */
export interface Activity {
  readonly type: string;
  readonly id?: string;
  readonly text?: string;
  readonly [field: string]: unknown;
}

/**
 * The part of a Teams conversation id before `;messageid=`: the channel. A 1:1 chat id has no such part.
 */
export function channelOf(conversation: string): string {
  return conversation.split(';')[0] ?? conversation;
}

/** The root message in a thread's conversation id, or null when the id names a whole channel or chat. */
export function rootOf(conversation: string): string | null {
  return /;messageid=(\d+)$/.exec(conversation)?.[1] ?? null;
}

/** The conversation id of one thread in a channel. */
export function threadOf(channel: string, root: string): string {
  return `${channel};messageid=${root}`;
}
