import { type Announcement } from '../domain/dialogue/messages.ts';
import { type DialogueView } from '../domain/dialogue/view.ts';

/** Where a new thread stands: the conversation's id with `;messageid=`, and the id of its first message. */
export interface Thread {
  readonly thread: string;
  readonly activity: string;
}

/**
 * The webcare channel. It draws and sends, nothing else; what is shown is decided before. Every call is one message or
 * one edit, sent once: a failure is thrown as `Fault('teams')`, with `retryAfter` when Teams asked for patience.
 * An edit of a message that is no longer there is no fault: `gone`.
 */
export interface TeamChannel {
  openThread(view: DialogueView): Promise<Thread>;
  updateRoot(at: Thread, view: DialogueView): Promise<'updated' | 'gone'>;
  /** Gives the id of the new message. Mentions who must look, when the dialogue says so. */
  postWork(thread: string, generation: number, view: DialogueView): Promise<string>;
  updateWork(at: Thread, generation: number, view: DialogueView): Promise<'updated' | 'gone'>;
  /** Gives the id of the new message. */
  announce(thread: string, announcement: Announcement, view: DialogueView): Promise<string>;
  /** The line as it reads now. It rings nobody: who was called was called. */
  updateAnnouncement(at: Thread, announcement: Announcement, view: DialogueView): Promise<'updated' | 'gone'>;
  /** Takes away a card that is not the live one. Harmless when it is gone. */
  removeOrphan(at: Thread): Promise<void>;
}
