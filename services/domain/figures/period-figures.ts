import { type Mode } from '../dialogue/dialogue.ts';
import { type Instant } from '../instant.ts';
import { type OpenHours } from '../open-time.ts';
import { SILENT_AFTER } from './incidents.ts';
import { type Counts, sumOfCounts, Tally } from './counts.ts';
import { countEnding, type Day, type OpenShare } from './shares.ts';

/** What is counted apart: practice is never mixed with live, and each municipality can be seen alone. */
export interface Scope {
  readonly mode: Mode;
  readonly municipality: string | null;
}

/** The counts of one day, by scope; see `scopeKey`. */
export interface DayCounts {
  readonly day: Day;
  readonly scopes: Readonly<Record<string, Counts>>;
}

/** What of one dialogue is still open. */
export interface OpenDialogue extends Scope, OpenShare {
  readonly dialogue: string;
}

/** Days `from` (included) until `until` (excluded). */
export interface Days {
  readonly from: Day;
  readonly until: Day;
}

export function isInDays(day: Day, { from, until }: Days): boolean {
  return from <= day && day < until;
}

/** What is open at this moment, whenever it began. */
export interface OpenNow {
  /** Contacts that nobody answered yet and an answer is owed to, and since when the oldest of them waits. */
  readonly waiting: number;
  readonly oldest: Instant | null;
  /** Of those, over the norm. */
  readonly late: number;
  readonly questions: number;
  readonly oldestQuestion: Instant | null;
  /** Moments that were promised and did not come true yet, earliest first. */
  readonly promises: readonly Instant[];
  /** On their way to a network for more than a minute without a word from it. */
  readonly silent: number;
}

export interface PeriodFigures {
  readonly counts: Counts;
  readonly perDay: ReadonlyMap<Day, Counts>;
  readonly now: OpenNow;
}

export function scopeKey({ mode, municipality }: Scope): string {
  return `${mode}|${municipality ?? ''}`;
}

/** `municipality` by id; null: where none is known; undefined: all of them together. */
export interface About {
  readonly mode: Mode;
  readonly municipality?: string | null | undefined;
  readonly days: Days;
  /** The moment at which it is looked at. */
  readonly at: Instant;
}

/** The figures of a period: what its days counted, and what is open in it judged at this moment. */
export function periodFigures(
  days: readonly DayCounts[],
  open: readonly OpenDialogue[],
  about: About,
  openHours: OpenHours,
): PeriodFigures {
  const tallies = new Map<Day, Tally>();
  const on = (day: Day): Tally => {
    const tally = tallies.get(day) ?? new Tally();
    tallies.set(day, tally);
    return tally;
  };
  for (const { day, scopes } of days) {
    if (!isInDays(day, about.days)) continue;
    for (const [key, counts] of Object.entries(scopes)) if (isAbout(key, about)) on(day).addAll(counts);
  }
  const ours = open.filter((one) => isAbout(scopeKey(one), about));
  for (const contact of ours.flatMap(({ contacts }) => contacts))
    if (isInDays(contact.day, about.days)) countEnding(on(contact.day), contact, about.at, openHours);
  const perDay = new Map(
    [...tallies].sort(([one], [other]) => (one < other ? -1 : 1)).map(([day, t]) => [day, t.counts]),
  );
  return { counts: sumOfCounts(perDay.values()), perDay, now: openNow(ours, about.at) };
}

function isAbout(key: string, { mode, municipality }: About): boolean {
  return municipality === undefined ? key.startsWith(`${mode}|`) : key === scopeKey({ mode, municipality });
}

function openNow(open: readonly OpenDialogue[], at: Instant): OpenNow {
  const waiting = open
    .flatMap(({ contacts }) => contacts)
    .filter(({ ending, due, first }) => ending.how === 'open' && due !== null && first === null);
  const questions = open.flatMap((one) => one.questions);
  const attempts = open.flatMap(({ attemptedAt }) => attemptedAt ?? []);
  return {
    waiting: waiting.length,
    oldest: earliestOf(waiting.map(({ postedAt }) => postedAt)),
    late: waiting.filter(({ due }) => due !== null && due <= at).length,
    questions: questions.length,
    oldestQuestion: earliestOf(questions.map(({ at: askedAt }) => askedAt)),
    promises: open.flatMap(({ promisedAt }) => promisedAt ?? []).sort((one, other) => one - other),
    silent: attempts.filter((since) => at - since > SILENT_AFTER).length,
  };
}

function earliestOf(moments: readonly Instant[]): Instant | null {
  return moments.length === 0 ? null : Math.min(...moments);
}
