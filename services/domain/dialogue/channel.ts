/** In the open, under the citizen's post, or to the citizen alone. */
export type Channel = 'public' | 'private';

/** What is kept of a choice. Absent is public, so that what was stored before there was a choice reads as it was meant. */
export interface Chosen {
  readonly channel?: 'private';
}

export function chosen(channel: Channel): Chosen {
  return channel === 'private' ? { channel } : {};
}

export function chosenIn({ channel }: Chosen): Channel {
  return channel ?? 'public';
}
