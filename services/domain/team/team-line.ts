import { type Alert } from '../alert.ts';

/** A message that is about no dialogue, and goes out in the same commit as the event that it tells of. Sent at least once. */
export interface TeamLine {
  readonly to: 'channel' | 'coordinators';
  readonly alert: Alert;
}
