import { type StormMessage } from '../domain/busy/storm-message.ts';
import { type Thread } from './team-channel.ts';

/**
 * What stands in the webcare channel about a storm. It draws and sends, nothing else: every call is one message or one edit,
 * sent once, after what is urgent. A failure is thrown as `Fault('teams')`.
 */
export interface StormBoard {
  /** A message of its own. Who it calls is mentioned. */
  open(message: StormMessage): Promise<Thread>;
  /** In the thread of another; gives the id. */
  reply(thread: string, message: StormMessage): Promise<string>;
  /** It rings nobody. */
  update(at: Thread, message: StormMessage): Promise<'updated' | 'gone'>;
}
