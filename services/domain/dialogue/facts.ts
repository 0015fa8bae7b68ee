import { type Storm } from '../busy/storm.ts';
import { type Instant, type Interval } from '../instant.ts';
import { type Finding } from '../mask.ts';
import { type Member } from '../people.ts';
import { type Settings, type StandBy } from '../work-instruction/instruction.ts';

/** What a decision may know beside the dialogue and the command. The functions are pure. */
export interface Facts {
  readonly at: Instant;
  readonly settings: Settings;
  /** Those that are on now; not there: none. */
  readonly storms?: readonly Pick<Storm, 'id' | 'practice'>[];
  openHours(from: Instant, until: Instant): readonly Interval[];
  onDuty(at: Instant): readonly Member[];
  /** Whether somebody is away now by the roster's changes, by e-mail address; not there: nobody is. */
  isAway?(email: string): boolean;
  /** Who stands by on the local day of a moment, first to be called first. */
  standBy(at: Instant): readonly StandBy[];
  /** Length of a public text, as the network counts it. */
  length(text: string): number;
  readonly limit: number;
  /** Of a private message, in UTF-16 units. */
  readonly privateLimit: number;
  fingerprint(text: string): string;
  personalData(text: string): readonly Finding[];
}
