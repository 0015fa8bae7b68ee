import { type Alert } from '../domain/alert.ts';

/**
 * The way to tell people what is about no dialogue. It draws and sends, nothing else: who calls it remembers what was told.
 * At least once: what failed is thrown as `Fault('teams')`, and telling it again may tell it twice.
 */
export interface Alerts {
  /** A new message in the webcare channel, outside every thread. */
  toChannel(alert: Alert): Promise<void>;
  /**
   * A 1:1 message to each coordinator who can be reached. A fault only when nobody could be told because Teams failed; who
   * cannot be reached is logged, and so is it that nobody can.
   */
  toCoordinators(alert: Alert): Promise<void>;
}
