import { type Day } from '../domain/overview/day.ts';
import { type Thread } from './team-channel.ts';

/** Where the day card stands: it draws and sends, each call once. A failure is thrown as `Fault('teams')`. */
export interface DayBoard {
  /** A new message in the webcare channel that calls nobody. */
  post(day: Day): Promise<Thread>;
  /** Rings nobody. */
  update(at: Thread, day: Day): Promise<'updated' | 'gone'>;
}
