import { waitsForColleague } from '../dialogue/questions/question.ts';
import { type OpenHours } from '../open-time.ts';
import { DAY, type Instant, type Interval, MINUTE } from '../instant.ts';
import { type Person } from '../people.ts';
import {
  cameAt,
  type Entry,
  type Group,
  grouped,
  hasHitch,
  type Heading,
  isHeld,
  promisedAt,
  waits,
  waitsForApproval,
} from './entry.ts';
import { isOverdue, type SourceHealth } from './source-health.ts';

export type DayGroup =
  'danger' | 'trouble' | 'late' | 'overnight' | 'approve' | 'colleague' | 'promised' | 'waiting' | 'working';

/** What the day card tells, as facts. */
export interface Day {
  readonly at: Instant;
  readonly groups: readonly Group<DayGroup>[];
  readonly onDuty: readonly Person[];
  /** Our own posts since we last closed, newest first. */
  readonly own: readonly OwnLine[];
  readonly sources: readonly SourceHealth[];
}

/** A post of ours that answers nobody; with a thread where it was made here. */
export interface OwnLine {
  readonly account: string;
  readonly text: string;
  readonly at: Instant;
  readonly link: string | null;
  readonly thread: string | null;
  /** How many citizens reacted, as far as we count them. */
  readonly reactions: number;
}

interface When {
  readonly at: Instant;
  /** From when we last closed until we opened. */
  readonly night: Interval;
  /** When we close today. */
  readonly closing: Instant;
}

/** The gravest first; a dialogue stands under the first heading that fits, once. */
const HEADINGS: readonly Heading<DayGroup, When>[] = [
  { name: 'danger', has: (entry) => entry.view.dialogue.kind === 'calamiteit' && (waits(entry) || isHeld(entry)) },
  { name: 'trouble', has: hasHitch },
  {
    name: 'late',
    has: (entry, { at }) => (waits(entry) || isHeld(entry)) && (entry.view.dialogue.due ?? Infinity) <= at,
  },
  { name: 'overnight', has: (entry, { night }) => (waits(entry) || isHeld(entry)) && isWithin(cameAt(entry), night) },
  { name: 'approve', has: waitsForApproval },
  { name: 'colleague', has: ({ view }) => waitsForColleague(view.dialogue) },
  { name: 'promised', has: (entry, { closing }) => (promisedAt(entry) ?? Infinity) <= closing },
  { name: 'waiting', has: waits },
  { name: 'working', has: isHeld },
];

/** What is told of a day while we are open; null: we are closed, and nothing is told. */
export function dayOf(
  entries: readonly Entry[],
  { at, openHours, onDuty, sources }: Pick<Day, 'at' | 'onDuty' | 'sources'> & { readonly openHours: OpenHours },
): Day | null {
  const night = nightBefore(openHours, at);
  if (night === null) return null;
  const groups = grouped(HEADINGS, entries, { at, night, closing: closingAfter(openHours, at) });
  return { at, groups, onDuty, own: ownLines(entries, sources, night.from), sources };
}

/** When the opening hours end that `at` is in. */
function closingAfter(openHours: OpenHours, at: Instant): Instant {
  return openHours(at, at + DAY)[0]?.until ?? at;
}

/** From closing until opening, before the opening hours that `at` is in; null: we are closed. */
export function nightBefore(openHours: OpenHours, at: Instant): Interval | null {
  const hours = openHours(at - 14 * DAY, at + 1);
  const today = hours.at(-1);
  if (today === undefined || today.until <= at) return null;
  return { from: hours.at(-2)?.until ?? today.from - DAY, until: today.from };
}

/** What the network shows of our accounts, and what was placed from here; each post once. */
function ownLines(entries: readonly Entry[], sources: readonly SourceHealth[], since: Instant): readonly OwnLine[] {
  const ours = entries.flatMap(({ view, thread }) => {
    const { dialogue, posts } = view;
    return dialogue.own !== true
      ? []
      : dialogue.receipts.map(({ id, account, link, at }) => {
          const text = posts.find((post) => post.id === id)?.text ?? '';
          return { id, account, text, at, link, thread, reactions: dialogue.reactions?.count ?? 0 };
        });
  });
  const elsewhere = sources.flatMap(({ own }) => own.map((post) => ({ ...post, thread: null, reactions: 0 })));
  const known = new Set(ours.map(({ id }) => id));
  return [...ours, ...elsewhere.filter(({ id }) => !known.has(id))]
    .filter(({ at }) => at >= since)
    .sort((one, other) => other.at - one.at)
    .map(({ account, text, at, link, thread, reactions }) => ({ account, text, at, link, thread, reactions }));
}

/** How often a card is drawn anew for nothing but the moment at which was last looked. */
const LOOKED_EVERY = 10 * MINUTE;

/** What a card shows, in short: two with the same mark show the same, but for when was last looked. */
export function markOf({ at, groups, onDuty, own, sources }: Day): string {
  return JSON.stringify([
    groups.map(({ name, entries }) => [
      name,
      entries.map(({ view, thread }) => [view.dialogue.id, view.dialogue.faceAt, thread]),
    ]),
    onDuty.map(({ email }) => email),
    own,
    sources.map((one) => [one.source, one.cameAt, one.trouble, one.heldBack, isOverdue(one, at)]),
    Math.floor(at / LOOKED_EVERY),
  ]);
}

function isWithin(at: Instant, { from, until }: Interval): boolean {
  return at >= from && at < until;
}
