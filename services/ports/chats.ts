import { type PersonalMessage } from '../domain/personal-message.ts';
import { type Person } from '../domain/people.ts';

/** Where a message to a person stands. It goes into events: ids of Teams alone. */
export interface Standing {
  readonly conversation: string;
  readonly activity: string;
}

/** A channel to ask somebody in who cannot be reached 1:1: the thread of a dialogue, or a channel of the team by its name. */
export type Place =
  { readonly in: 'thread'; readonly thread: string } | { readonly in: 'channel'; readonly name: string };

/**
 * 1:1 chats with anybody in the organisation. It draws and sends, nothing else: one call is one message or one edit, sent
 * once, and who calls it remembers what was sent. A failure is thrown as `Fault('teams')`, with `retryAfter` when Teams
 * asked for patience; that there is no way to somebody is no failure but `refused`.
 */
export interface Chats {
  /**
   * Begins the chat when there is none yet. `email` is the sign-in name. `refused`: the person has no app and is in no
   * team that has it, is unknown, or blocked the bot: trying again does not help.
   */
  send(email: string, message: PersonalMessage): Promise<Standing | 'refused'>;
  /** An edit rings nobody. `gone`: the message, the chat or the channel is no longer there. */
  update(at: Standing, message: PersonalMessage): Promise<'updated' | 'gone'>;
  /**
   * The same message where others see it too, with a mention of who must read it; somebody who is not in the team is
   * named, for Teams rings nobody who cannot see the channel. `refused`: the team has no channel of that name.
   */
  sendIn(place: Place, to: Person, message: PersonalMessage): Promise<Standing | 'refused'>;
}
