import { type StormMessage } from '../../domain/busy/storm-message.ts';

/** A message that must stand in the channel, under a name of its own in its storm. */
export interface Wanted {
  readonly name: string;
  readonly message: StormMessage;
  /** In the thread of this message; not there: a message of its own. */
  readonly within?: string;
  /** Said once and never edited. */
  readonly once?: true;
}

/** The name of the message that is the list of a topic. */
export function listName(topic: string | null): string {
  return `list:${topic ?? ''}`;
}
