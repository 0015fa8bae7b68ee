import { type Activity, channelOf, rootOf, threadOf } from './activity.ts';
import { channelId, chatId, ROOM_TEAM } from './identity.ts';
import { type Entry, type Journal } from './journal.ts';
import { type RoomConversation, type RoomMessage } from './message.ts';
import { type RoomPerson } from './people.ts';

/** What changed, for who looks at the room live. */
export type Change =
  | { readonly kind: 'message'; readonly message: RoomMessage }
  | { readonly kind: 'conversation'; readonly conversation: RoomConversation };

/** Everything that was said in the room: the one place where messages are added, edited and removed. */
export class Board {
  readonly #conversations = new Map<string, RoomConversation>();
  readonly #messages = new Map<string, RoomMessage>();
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #journal: Journal;
  #last = 0;
  /** Since this process started. */
  readonly counters = { created: 0, edited: 0, removed: 0 };

  constructor(
    channels: readonly string[],
    people: readonly RoomPerson[],
    journal: Journal,
    entries: readonly Entry[] = [],
  ) {
    this.#journal = journal;
    for (const name of ['General', ...channels.filter((channel) => channel !== 'General')]) {
      this.#conversations.set(channelId(name), { kind: 'channel', id: channelId(name), name });
    }
    for (const person of people) if (person.hasApp) this.#placeChat(person.email);
    for (const entry of entries) {
      if ('chat' in entry) this.#placeChat(entry.chat);
      else this.#messages.set(entry.message.id, entry.message);
    }
    this.#last = Math.max(0, ...[...this.#messages.keys()].map(Number));
  }

  get conversations(): RoomConversation[] {
    return [...this.#conversations.values()];
  }

  /** In the order in which they were written. */
  get messages(): RoomMessage[] {
    return [...this.#messages.values()];
  }

  /** The channel or chat of a conversation id; of a thread only when its root message exists. Null when there is none. */
  find(conversation: string): RoomConversation | null {
    const found = this.#conversations.get(channelOf(conversation)) ?? null;
    const root = rootOf(conversation);
    return root === null || this.#messages.get(root)?.thread === conversation ? found : null;
  }

  message(id: string): RoomMessage | null {
    return this.#messages.get(id) ?? null;
  }

  /** The person's chat with the bot, made when there was none. The same id every time. */
  openChat(email: string): RoomConversation {
    const known = this.#conversations.get(chatId(email));
    if (known !== undefined) return known;
    const conversation = this.#placeChat(email);
    this.#journal.write({ chat: email });
    this.#tell({ kind: 'conversation', conversation });
    return conversation;
  }

  /** Adds a message. In a channel a conversation id without a thread opens a new one. `conversation` must exist. */
  add(conversation: string, from: string | null, activity: Activity): RoomMessage {
    this.#last = Math.max(Date.now(), this.#last + 1);
    const id = String(this.#last);
    const place = channelOf(conversation);
    const opens = this.#conversations.get(place)?.kind === 'channel' && rootOf(conversation) === null;
    this.counters.created += 1;
    return this.#keep({
      id,
      conversation: place,
      thread: opens ? threadOf(place, id) : conversation,
      from,
      activity: { ...activity, id },
      created: new Date(this.#last).toISOString(),
      edited: 0,
      removed: false,
    });
  }

  /** Null when the message does not stand in that conversation, or was removed. */
  edit(conversation: string, id: string, activity: Activity): RoomMessage | null {
    const message = this.#standing(conversation, id);
    if (message === null) return null;
    this.counters.edited += 1;
    return this.#keep({ ...message, activity: { ...activity, id }, edited: message.edited + 1 });
  }

  /** Null when the message does not stand in that conversation, or was removed before. */
  remove(conversation: string, id: string): RoomMessage | null {
    const message = this.#standing(conversation, id);
    if (message === null) return null;
    this.counters.removed += 1;
    return this.#keep({ ...message, activity: { type: 'message', id }, removed: true });
  }

  /** Calls the listener on every change, until the function it gives is called. */
  listen(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #standing(conversation: string, id: string): RoomMessage | null {
    const message = this.#messages.get(id);
    return message?.conversation === channelOf(conversation) && !message.removed ? message : null;
  }

  #placeChat(email: string): RoomConversation {
    const conversation: RoomConversation = { kind: 'chat', id: chatId(email), person: email };
    this.#conversations.set(conversation.id, conversation);
    return conversation;
  }

  #keep(message: RoomMessage): RoomMessage {
    this.#messages.set(message.id, message);
    this.#journal.write({ message });
    this.#tell({ kind: 'message', message });
    return message;
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}

/** Whether a person sees a conversation: the team's channels are for its members, a chat is for its own person. */
export function maySee(person: RoomPerson, conversation: RoomConversation): boolean {
  return conversation.kind === 'channel' ? person.inTeam : conversation.person === person.email;
}

/** The name that Teams gives over the connector: General comes without one. */
export function connectorName(conversation: RoomConversation): string | undefined {
  return conversation.kind === 'channel' && conversation.id !== ROOM_TEAM ? conversation.name : undefined;
}
