import { type Duration } from '../instant.ts';
import { type Member, type Person } from '../people.ts';
import { type NetworkName } from '../post.ts';
import { type WorthSettings } from './worth-settings.ts';

/** What kind of message a post is; the names are the keys of `instruction.kinds` in `webcare.yml`. */
export type Kind = string;

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
export const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Local clock times of one day in minutes after midnight; `until` may be 1440 (24:00). */
export interface DayHours {
  readonly from: number;
  readonly until: number;
}

export interface Hours {
  readonly open: Readonly<Partial<Record<Weekday, DayHours>>>;
  /** ISO 3166 country whose public holidays are closed days; null for none. */
  readonly holidays: string | null;
  /** Own closed days, `yyyy-mm-dd`. */
  readonly closed: readonly string[];
}

export interface Municipality {
  readonly id: string;
  readonly name: string;
  readonly places: readonly string[];
}

/** One of our own accounts; `handle` without `@`. */
export interface Account {
  readonly network: NetworkName;
  readonly handle: string;
  readonly municipality: string | null;
}

export interface WatchTerm {
  readonly name: string;
  readonly network: NetworkName;
  readonly municipality: string | null;
  readonly any: readonly string[];
  readonly none: readonly string[];
  readonly replyFrom: string;
}

export interface Shift extends DayHours {
  /** Who is on duty, by initials. */
  readonly initials: readonly string[];
}

export interface StandBy extends Person {
  readonly phone: string;
  readonly days: readonly Weekday[];
}

export interface Department {
  readonly name: string;
  readonly municipality: string | null;
  readonly topics: readonly string[];
  readonly phone: string | null;
  /** Channel of the team, by name, in which its people are asked when they cannot be reached 1:1; not there: the webcare channel. */
  readonly channel?: string | undefined;
  /** Ready words that send somebody on to it; they need nobody's yes. Not there or null: none. */
  readonly referral?: string | null;
  readonly people: readonly Person[];
}

/** `respond`: true = an answer is owed, may = nice but never a miss, false = read only. */
export interface KindRule {
  readonly respond: true | false | 'may';
  readonly approval: boolean;
  /** Department that must be asked; null for none. */
  readonly ask: string | null;
  /** Own norm in opening hours; null: `answer.within`. */
  readonly within: Duration | null;
  readonly outsideHours: boolean;
}

export interface StandingAnswer {
  readonly id: string;
  readonly topic: string;
  /** null: for every municipality. */
  readonly municipality: string | null;
  /** Placed unchanged it needs no second pair of eyes. */
  readonly approved: boolean;
  readonly text: string;
  readonly source: string | null;
  readonly owner: string | null;
  /** `yyyy-mm-dd` on which it must be looked at again. */
  readonly check: string | null;
}

/** The work instruction made executable. Durations in ms; all but `undo` run in opening hours. */
export interface Instruction {
  readonly claim: { readonly remindAfter: Duration; readonly releaseAfter: Duration };
  /** `goal` in %. */
  readonly answer: { readonly within: Duration; readonly goal: number };
  readonly question: { readonly within: Duration; readonly before: Duration };
  /** Wall-clock time between approval and placing. */
  readonly undo: Duration;
  /** Opening days (a whole number) after which an answered dialogue closes itself. */
  readonly closeAfterDays: number;
  readonly busy: { readonly from: number; readonly per: Duration; readonly never: readonly string[] };
  readonly kinds: Readonly<Record<Kind, KindRule>>;
  /** Topic → who must say yes: a department's name, or `approver`. */
  readonly approvalTopics: Readonly<Record<string, string>>;
  readonly noReplyReasons: readonly string[];
  /** What a holding reply begins as; `{wanneer}` stands for the moment that is promised. */
  readonly holdingReply: string;
  readonly text: string;
}

/** What holds between us and X. */
export interface XSettings {
  /** On a self-serve plan only who mentioned or quoted us is answered by program. */
  readonly plan: 'self-serve' | 'enterprise';
  /** USD per calendar month in UTC that we want to spend at most; null: no ceiling. */
  readonly monthly: number | null;
  /** The account of ours that owns the app in X's console: X reads its own data for less. null: none does, or we do not know. */
  readonly appOwner: string | null;
  /** What becomes of the words of a post that its author deleted: gone everywhere, or kept for the archive alone. */
  readonly deleted: 'remove' | 'keep';
  /** Posts of so many days are looked up again each night, whether they are still there; 0: none. */
  readonly recheck: number;
}

/** Everything `webcare.yml` sets. Format: the README's chapter on settings. */
export interface Settings {
  readonly organisation: string;
  readonly language: 'nl' | 'en';
  readonly timezone: string;
  readonly teams: { readonly channel: string };
  readonly hours: Hours;
  readonly municipalities: readonly Municipality[];
  readonly accounts: readonly Account[];
  readonly watch: readonly WatchTerm[];
  readonly team: readonly Member[];
  readonly roster: Readonly<Partial<Record<Weekday, readonly Shift[]>>>;
  readonly standby: readonly StandBy[];
  readonly departments: readonly Department[];
  readonly instruction: Instruction;
  readonly answers: readonly StandingAnswer[];
  readonly ownNumbers: readonly string[];
  readonly x: XSettings;
  /** null: nothing is said of what it is worth. */
  readonly worth: WorthSettings | null;
  /** Kind (or `unasked`) → how long a dialogue is kept. */
  readonly retention: Readonly<Record<string, Duration>>;
}

/** What holds for a kind that the work instruction does not name: an answer is owed and a second pair of eyes needed. */
export const UNKNOWN_KIND: KindRule = { respond: true, approval: true, ask: null, within: null, outsideHours: false };

export function ruleFor(instruction: Instruction, kind: Kind): KindRule {
  return instruction.kinds[kind] ?? UNKNOWN_KIND;
}
