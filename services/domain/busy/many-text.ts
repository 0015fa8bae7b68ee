import { type Dialogue, type Holder } from '../dialogue/dialogue.ts';
import { type Author } from '../post.ts';
import { type Instant } from '../instant.ts';
import { type Person } from '../people.ts';
import { firstNameOf } from './first-name.ts';

/** One dialogue that the text is for. What the citizen wrote after `wroteAt` was not read: then it is not placed there. */
export interface Target {
  readonly dialogue: string;
  /** `wroteAt` of the dialogue when the text was submitted. */
  readonly wroteAt: number;
}

export interface Approved {
  readonly by: Person;
  readonly at: Instant;
}

/** One text for many citizens, said yes to once: the template and whom it is for are frozen when it is submitted. */
export interface ManyText {
  readonly id: string;
  readonly topic: string | null;
  /** Id; null: whichever. */
  readonly municipality: string | null;
  /** With `NAME` where the first name goes. */
  readonly template: string;
  readonly targets: readonly Target[];
  /** Fingerprint of template and targets: the yes is to this and nothing else. */
  readonly fingerprint: string;
  /** Signs it, and never approves it. */
  readonly by: Holder;
  readonly at: Instant;
  readonly approved: Approved | null;
  /** Why an approver gave it back. */
  readonly sentBack: (Approved & { readonly remark: string }) | null;
  readonly stopped: Approved | null;
}

/** Stands in a template for the citizen's first name. */
export const NAME = '{naam}';

export type ManyState = 'submitted' | 'sentBack' | 'placing' | 'stopped';

export function manyState({ approved, sentBack, stopped }: ManyText): ManyState {
  if (stopped !== null) return 'stopped';
  if (approved !== null) return 'placing';
  return sentBack === null ? 'submitted' : 'sentBack';
}

/** All that is said yes to, as one text to take the fingerprint of. */
export function manyMatter(template: string, targets: readonly Target[]): string {
  return JSON.stringify([template.trim(), targets.map(({ dialogue, wroteAt }) => [dialogue, wroteAt])]);
}

/**
 * The text for one citizen, without signature. Who has no name that is plainly one is greeted without: a name too few is
 * polite, a wrong one is not. "Beste," alone is no Dutch, so that becomes "Hallo,".
 */
export function textFor(template: string, citizen: Pick<Author, 'name'>, places: readonly string[]): string {
  const name = firstNameOf(citizen, places);
  const text = template.trim();
  if (name !== null) return text.replaceAll(NAME, name);
  return text
    .replace(/\b(?:Beste|Geachte)\s+\{naam\}/gu, 'Hallo')
    .replace(/\bDear\s+\{naam\}/gu, 'Hello')
    .replace(/[^\S\n]*\{naam\}/gu, '')
    .trim();
}

/** What became of a text in one of its dialogues. */
export type Fate = 'placed' | 'underway' | 'failed' | 'passed';

/** `passed`: it was not placed there, since the citizen wrote, somebody took it, or it ended. */
export function fateOf(many: string, { receipts, stage }: Dialogue): Fate {
  if (receipts.some((receipt) => receipt.many === many)) return 'placed';
  if (stage.name === 'approved' && stage.publication.many === many) return 'underway';
  return stage.name === 'drafted' && stage.hitch?.many === many ? 'failed' : 'passed';
}
