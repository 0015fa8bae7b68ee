import { type Announcement } from '../../../services/domain/dialogue/messages.ts';
import { type DialogueView } from '../../../services/domain/dialogue/view.ts';
import { type TeamChannel } from '../../../services/ports/team-channel.ts';

/** A message in the channel. */
export interface ChannelMessage {
  readonly kind: 'root' | 'work' | 'line';
  readonly thread: string;
  readonly activity: string;
  /** Of a work message. */
  readonly generation: number | null;
  /** Of a line. */
  readonly announcement: Announcement | null;
  /** All that it ever showed: the first is the message, every other an edit of it. */
  readonly views: readonly DialogueView[];
  readonly removed: boolean;
}

export interface MemoryTeamChannel extends TeamChannel {
  /** Every message ever posted, in order, also the ones that were removed since. */
  readonly messages: readonly ChannelMessage[];
  message(activity: string): ChannelMessage;
  /** What a message shows now. */
  view(activity: string): DialogueView;
  /** A person deletes a message in Teams. */
  deletes(activity: string): void;
}

/**
 * The webcare channel in memory. It draws nothing: it keeps the views that would be drawn. A thread lives on when its
 * first message is deleted, as in Teams; posting in a thread that never was is a mistake of the test.
 */
export function createMemoryTeamChannel(): MemoryTeamChannel {
  const messages: ChannelMessage[] = [];
  const threads = new Set<string>();
  /** Activity → where it is among them. */
  const places = new Map<string, number>();

  function post(message: Pick<ChannelMessage, 'kind' | 'thread' | 'activity'> & Partial<ChannelMessage>): string {
    if (!threads.has(message.thread)) throw new Error(`there is no thread ${message.thread}`);
    places.set(message.activity, messages.length);
    messages.push({ generation: null, announcement: null, views: [], removed: false, ...message });
    return message.activity;
  }

  function change(activity: string, to: (message: ChannelMessage) => Partial<ChannelMessage>): 'updated' | 'gone' {
    const now = message(activity);
    if (now.removed) return 'gone';
    messages[places.get(activity) ?? -1] = { ...now, ...to(now) };
    return 'updated';
  }

  function edit(kind: ChannelMessage['kind'], activity: string, view: DialogueView): 'updated' | 'gone' {
    return change(activity, (message) => {
      if (message.kind !== kind) throw new Error(`${activity} is a ${message.kind}, not a ${kind}`);
      return { views: [...message.views, view] };
    });
  }

  const newActivity = (): string => String(1_764_000_000_000 + messages.length);
  const message = (activity: string): ChannelMessage => {
    const found = messages[places.get(activity) ?? -1];
    if (found === undefined) throw new Error(`there is no message ${activity}`);
    return found;
  };

  return {
    messages,
    message,
    view(activity) {
      const view = message(activity).views.at(-1);
      if (view === undefined) throw new Error(`${activity} shows nothing`);
      return view;
    },
    deletes: (activity) => void change(activity, () => ({ removed: true })),
    async openThread(view) {
      await Promise.resolve();
      const activity = newActivity();
      const thread = `19:webcare@thread.tacv2;messageid=${activity}`;
      threads.add(thread);
      post({ kind: 'root', thread, activity, views: [view] });
      return { thread, activity };
    },
    async updateRoot({ activity }, view) {
      await Promise.resolve();
      return edit('root', activity, view);
    },
    async postWork(thread, generation, view) {
      await Promise.resolve();
      return post({ kind: 'work', thread, activity: newActivity(), generation, views: [view] });
    },
    async updateWork({ activity }, generation, view) {
      await Promise.resolve();
      if (message(activity).generation !== generation) throw new Error(`${activity} is not of work ${generation}`);
      return edit('work', activity, view);
    },
    async announce(thread, announcement, view) {
      await Promise.resolve();
      return post({ kind: 'line', thread, activity: newActivity(), announcement, views: [view] });
    },
    async updateAnnouncement({ activity }, announcement, view) {
      await Promise.resolve();
      if (JSON.stringify(message(activity).announcement) !== JSON.stringify(announcement))
        throw new Error(`${activity} says something else`);
      return edit('line', activity, view);
    },
    async removeOrphan({ activity }) {
      await Promise.resolve();
      change(activity, () => ({ removed: true }));
    },
  };
}
