import { type StormMessage } from '../../../services/domain/busy/storm-message.ts';
import { type StormBoard } from '../../../services/ports/storm-board.ts';
import { type Thread } from '../../../services/ports/team-channel.ts';

/** A message about a storm, with all that it ever said, newest last. */
export interface BoardMessage extends Thread {
  readonly said: readonly StormMessage[];
  readonly removed: boolean;
}

export interface MemoryStormBoard extends StormBoard {
  /** In the order in which they were posted. */
  readonly messages: readonly BoardMessage[];
  /** What stands there now, of those that say this. */
  now<What extends StormMessage['what']>(what: What): readonly Extract<StormMessage, { what: What }>[];
  /** Somebody deletes a message. */
  deletes(activity: string): void;
}

/** What stands in the channel about storms, kept instead of sent. */
export function createMemoryStormBoard(): MemoryStormBoard {
  const messages: BoardMessage[] = [];
  const post = (thread: string | null, message: StormMessage): Thread => {
    const activity = String(1_765_000_000_000 + messages.length);
    const at = { thread: thread ?? `19:webcare@thread.tacv2;messageid=${activity}`, activity };
    messages.push({ ...at, said: [structuredClone(message)], removed: false });
    return at;
  };
  return {
    messages,
    now: <What extends StormMessage['what']>(what: What) =>
      messages.flatMap(({ said, removed }) => {
        const last = said.at(-1);
        return !removed && last?.what === what ? [last as Extract<StormMessage, { what: What }>] : [];
      }),
    deletes(activity) {
      const at = messages.findIndex((one) => one.activity === activity);
      messages[at] = { ...messages[at]!, removed: true };
    },
    async open(message) {
      await Promise.resolve();
      return post(null, message);
    },
    async reply(thread, message) {
      await Promise.resolve();
      if (!messages.some((one) => one.thread === thread)) throw new Error(`there is no thread ${thread}`);
      return post(thread, message).activity;
    },
    async update({ activity }, message) {
      await Promise.resolve();
      const at = messages.findIndex((one) => one.activity === activity);
      const found = messages[at];
      if (found === undefined) throw new Error(`there is no message ${activity}`);
      if (found.removed) return 'gone';
      messages[at] = { ...found, said: [...found.said, structuredClone(message)] };
      return 'updated';
    },
  };
}
