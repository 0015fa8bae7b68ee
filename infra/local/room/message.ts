import { type Activity } from './activity.ts';

/** One message in the room, as the page and the tests see it. */
export interface RoomMessage {
  /** A number in text, as in Teams: the moment in ms, made unique. */
  readonly id: string;
  /** The channel or the 1:1 chat it stands in. */
  readonly conversation: string;
  /** The conversation id that a reply to it goes to: `<channel>;messageid=<root>`, or the chat. */
  readonly thread: string;
  /** Sign-in name of who wrote it; null is the bot. */
  readonly from: string | null;
  readonly activity: Activity;
  /** ISO. */
  readonly created: string;
  /** How often it was updated in place. */
  readonly edited: number;
  /** A removed message keeps its place and loses its content. */
  readonly removed: boolean;
}

/** A channel of the team, or the chat of one person with the bot. */
export type RoomConversation =
  | { readonly kind: 'channel'; readonly id: string; readonly name: string }
  | { readonly kind: 'chat'; readonly id: string; readonly person: string };
