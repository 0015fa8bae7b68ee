import { type PersonalMessage } from '../../../services/domain/personal-message.ts';
import { type Chats, type Place, type Standing } from '../../../services/ports/chats.ts';

/** A message to one person. */
export interface ChatMessage extends Standing {
  /** Whose chat it is, or the place with who was called there. */
  readonly to: { readonly email: string; readonly place: Place | null };
  /** All that it ever said: the first is the message, every other an edit of it. */
  readonly said: readonly PersonalMessage[];
  readonly removed: boolean;
}

export interface MemoryChats extends Chats {
  /** In the order in which they were sent. */
  readonly messages: readonly ChatMessage[];
  /** From now on there is no way to this person. */
  refuses(email: string): void;
  /** A person deletes a message in Teams. */
  deletes(at: Standing): void;
}

/** 1:1 chats that are kept instead of sent. Everybody can be reached until it is said otherwise; `channels` are the team's. */
export function createMemoryChats(channels: readonly string[] = []): MemoryChats {
  const messages: ChatMessage[] = [];
  const refused = new Set<string>();
  const find = ({ conversation, activity }: Standing): number =>
    messages.findIndex((one) => one.conversation === conversation && one.activity === activity);

  function post(conversation: string, to: ChatMessage['to'], message: PersonalMessage): Standing {
    const activity = String(1_765_000_000_000 + messages.length);
    messages.push({ conversation, activity, to, said: [structuredClone(message)], removed: false });
    return { conversation, activity };
  }

  return {
    messages,
    refuses: (email) => void refused.add(email.toLowerCase()),
    deletes(at) {
      const index = find(at);
      messages[index] = { ...messages[index]!, removed: true };
    },
    async send(email, message) {
      await Promise.resolve();
      const name = email.toLowerCase();
      return refused.has(name) ? 'refused' : post(`a:${name}`, { email: name, place: null }, message);
    },
    async update(at, message) {
      await Promise.resolve();
      const known = messages[find(at)];
      if (known === undefined || known.removed) return 'gone';
      messages[find(at)] = { ...known, said: [...known.said, structuredClone(message)] };
      return 'updated';
    },
    async sendIn(place, { email }, message) {
      await Promise.resolve();
      if (place.in === 'thread') return post(place.thread, { email, place }, message);
      if (!channels.some((name) => name.toLowerCase() === place.name.toLowerCase())) return 'refused';
      const thread = `19:${place.name.toLowerCase()}@thread.tacv2;messageid=${1_765_000_000_000 + messages.length}`;
      return post(thread, { email, place }, message);
    },
  };
}
