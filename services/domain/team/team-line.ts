import { type Alert } from '../alert.ts';
import { type Person } from '../people.ts';

/** Last week's figures for somebody who asked for them each week. `about`: that week, as `periodCode` writes it. */
export interface ReportLine {
  readonly to: 'report';
  readonly who: Person;
  readonly about: string;
}

export interface AlertLine {
  readonly to: 'channel' | 'coordinators';
  readonly alert: Alert;
}

/** A message that is about no dialogue, and goes out in the same commit as the event that it tells of. Sent at least once. */
export type TeamLine = AlertLine | ReportLine;
