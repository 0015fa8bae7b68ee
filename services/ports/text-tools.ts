import { type Finding } from '../domain/mask.ts';

/** What is known about texts through packages; pure and synchronous. */
export interface TextTools {
  /** Length as the network counts it (X: weighted, a link 23), after NFC. */
  length(text: string): number;
  /** The longest public reply the network takes. */
  readonly limit: number;
  /** The longest private message, in UTF-16 units: what an approver sees whole on one card, less than networks take. */
  readonly privateLimit: number;
  /** A short digest; equal texts have equal digests, over all instances and releases. */
  fingerprint(text: string): string;
  /** Personal data in the text, in order, without overlaps; our own numbers are none. */
  personalData(text: string): readonly Finding[];
}
