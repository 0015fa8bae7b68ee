import { type Instant } from '../instant.ts';
import { type Counts, counted, ranked, sumOfCounts, totalOf } from './counts.ts';
import { casesIn, type Minutes, quantile, quantileWithUnanswered } from './distribution.ts';
import { type OpenNow, type PeriodFigures } from './period-figures.ts';
import { ENOUGH, type ShareOf, shareOf } from './share-of.ts';

/** What a figure comes to. `minutes`: whole minutes of opening time; `ranking`: most first. */
export type FigureValue =
  | { readonly as: 'count'; readonly n: number }
  | ({ readonly as: 'share' } & ShareOf)
  | ({ readonly as: 'minutes' } & Duration)
  | { readonly as: 'ranking'; readonly rows: readonly (readonly [string, number])[] }
  | { readonly as: 'waiting'; readonly n: number; readonly oldest: Instant | null }
  /** One median per name: a department. */
  | { readonly as: 'durations'; readonly rows: readonly (Duration & { readonly name: string })[] };

export interface Duration {
  readonly median: number | null;
  readonly p90: number | null;
  readonly n: number;
  /** Fewer than ten say too little. */
  readonly enough: boolean;
}

type Make = (counts: Counts, now: OpenNow) => FigureValue;

/**
 * Every figure there is, each worked out here alone: the card, the export, the evaluation and the report on Monday all
 * take it from this table. Name, formula and pitfalls in words stand under the same name in `cards/text`.
 */
export const FIGURES = {
  came: (counts) => count(totalOf(counts, 'came')),
  onTime: (counts) => ({ as: 'share', ...shareOf(counted(counts, 'norm', 'onTime'), totalOf(counts, 'norm')) }),
  answered: (counts) => ({
    as: 'share',
    ...shareOf(counted(counts, 'norm', 'onTime') + counted(counts, 'norm', 'late'), totalOf(counts, 'norm')),
  }),
  replyTime: ({ reply, unanswered }) => ({ as: 'minutes', ...withUnanswered(reply, unanswered) }),
  pickUpTime: ({ pickUp }) => ({ as: 'minutes', ...duration(pickUp) }),
  kinds: (counts) => ranking(counts, 'came'),
  sources: (counts) => ranking(counts, 'source'),
  ways: (counts) => ranking(counts, 'way'),
  waiting: (_counts, { waiting: n, oldest }) => ({ as: 'waiting', n, oldest }),
  overdue: (_counts, { late }) => count(late),
  promisesDue: (_counts, { promises }) => ({ as: 'waiting', n: promises.length, oldest: promises[0] ?? null }),
  promisesKept: (counts) => ({
    as: 'share',
    ...shareOf(counted(counts, 'promise', 'kept'), totalOf(counts, 'promise')),
  }),
  questionsOpen: (_counts, { questions: n, oldestQuestion: oldest }) => ({ as: 'waiting', n, oldest }),
  questionTime: ({ question }) => ({ as: 'durations', rows: byName(question) }),
  approvalTime: ({ approval }) => ({ as: 'minutes', ...duration(approval) }),
  sentBack: (counts) => ({
    as: 'share',
    ...shareOf(counted(counts, 'approvals', 'sentBack'), counted(counts, 'approvals', 'submitted')),
  }),
  expiredClaims: (counts) => ({
    as: 'share',
    ...shareOf(counted(counts, 'trouble', 'expired'), counted(counts, 'trouble', 'claims')),
  }),
  silentFailures: (counts, { silent }) => count(counted(counts, 'trouble', 'silent') + silent),
  doubleReplies: (counts) => count(counted(counts, 'trouble', 'double')),
  notPlaced: (counts) => count(counted(counts, 'trouble', 'notPlaced')),
  unchecked: (counts) => count(counted(counts, 'trouble', 'unchecked')),
  removed: (counts) => count(counted(counts, 'trouble', 'removed')),
  relabelled: (counts) => count(counted(counts, 'trouble', 'relabelled')),
  aside: (counts) => ranking(counts, 'aside'),
  handedOver: (counts) => ranking(counts, 'handedOver'),
  topics: (counts) => ({ as: 'ranking', rows: topics(counts) }),
  noisyTerms: (counts) => ({ as: 'ranking', rows: noisy(counts) }),
  ownPosts: (counts) => count(counted(counts, 'own', 'placed')),
} as const satisfies Readonly<Record<string, Make>>;

export type FigureName = keyof typeof FIGURES;

export const FIGURE_NAMES = Object.keys(FIGURES) as readonly FigureName[];

export function figure(name: FigureName, { counts, now }: Pick<PeriodFigures, 'counts' | 'now'>): FigureValue {
  return FIGURES[name](counts, now);
}

/** The topics of what was asked of us and what we found ourselves together, most first; '' is none. */
export function topics({ asked = {}, unasked = {} }: Counts): readonly (readonly [string, number])[] {
  return ranked(sumOfCounts([{ asked }, { asked: unasked }]), 'asked').filter(([topic]) => topic !== '');
}

/** A term that brings in noise more often than not is worth sharpening. */
const NOISY_SHARE = 0.5;

/** Terms of which, of at least ten findings, half or more were noise: with how many were. */
function noisy(counts: Counts): readonly (readonly [string, number])[] {
  return ranked(counts, 'noise').filter(([term, noise]) => {
    const found = counted(counts, 'watch', term);
    return found >= ENOUGH && noise / found >= NOISY_SHARE;
  });
}

function count(n: number): FigureValue {
  return { as: 'count', n };
}

function ranking(counts: Counts, group: Parameters<typeof ranked>[1]): FigureValue {
  return { as: 'ranking', rows: ranked(counts, group) };
}

function duration(minutes: Minutes | undefined): Duration {
  const n = casesIn(minutes);
  return { median: quantile(minutes, 0.5), p90: quantile(minutes, 0.9), n, enough: n >= ENOUGH };
}

function withUnanswered(answered: Minutes | undefined, unanswered: Minutes | undefined): Duration {
  const n = casesIn(answered) + casesIn(unanswered);
  return {
    median: quantileWithUnanswered(answered, unanswered, 0.5),
    p90: quantileWithUnanswered(answered, unanswered, 0.9),
    n,
    enough: n >= ENOUGH,
  };
}

/** `name|minutes` → how often, taken apart by name. */
function byName(named: Readonly<Record<string, number>> = {}): readonly (Duration & { readonly name: string })[] {
  const names = new Map<string, Record<string, number>>();
  for (const [key, times] of Object.entries(named)) {
    const cut = key.lastIndexOf('|');
    const own = names.get(key.slice(0, cut)) ?? {};
    names.set(key.slice(0, cut), { ...own, [key.slice(cut + 1)]: times });
  }
  return [...names].map(([name, minutes]) => ({ name, ...duration(minutes) })).sort((one, other) => other.n - one.n);
}
