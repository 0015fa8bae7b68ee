import { type Counts, counted } from '../figures/counts.ts';
import { type PeriodFigures } from '../figures/period-figures.ts';
import { isRising } from '../figures/rising.ts';
import { type Day } from '../figures/shares.ts';

/** What is said about one topic, in numbers alone. */
export interface TopicTalk {
  readonly topic: string;
  readonly n: number;
  readonly asked: number;
  readonly unasked: number;
  readonly before: number;
  readonly rising: boolean;
}

/** A topic that we saw before anybody asked us about it. `askedOn` null: nobody did yet. */
export interface SeenFirst {
  readonly topic: string;
  readonly seenOn: Day;
  readonly askedOn: Day | null;
}

/** What goes on in one municipality. */
export interface TownTalk {
  /** All words of citizens that came in, with and without a topic. */
  readonly n: number;
  readonly asked: number;
  readonly before: number;
  /** Rising ones first, then most first; of few messages none stands here. */
  readonly topics: readonly TopicTalk[];
  /** Messages of which the topic has too few, or which have none. */
  readonly rest: number;
  readonly seenFirst: readonly SeenFirst[];
  /** Fewer than this says nothing. */
  readonly enough: boolean;
}

/** From this many messages on a topic is named: of one or two in a village one might guess who it was. */
export const TOPIC_FROM = 3;
/** And from this many on anything is said of a municipality. */
export const TOWN_FROM = 5;
/** As many as half a page holds. */
const MOST_TOPICS = 6;

/**
 * What citizens talk about, without one of them: numbers by topic. `known`: the topics of the settings; a topic that
 * somebody made up may hold a name, and counts with the rest.
 */
export function townTalk(
  { counts, perDay }: Pick<PeriodFigures, 'counts' | 'perDay'>,
  { counts: before }: Pick<PeriodFigures, 'counts'>,
  known: ReadonlySet<string>,
): TownTalk {
  const names = [...new Set([...Object.keys(counts.asked ?? {}), ...Object.keys(counts.unasked ?? {})])];
  const talked = names.map((topic) => topicTalk(topic, counts, before));
  const topics = talked
    .filter(({ topic, n }) => known.has(topic) && n >= TOPIC_FROM)
    .sort(
      (one, other) =>
        Number(other.rising) - Number(one.rising) || other.n - one.n || one.topic.localeCompare(other.topic),
    )
    .slice(0, MOST_TOPICS);
  const n = sum(talked.map((one) => one.n));
  return {
    n,
    asked: sum(talked.map((one) => one.asked)),
    before: sum([...Object.values(before.asked ?? {}), ...Object.values(before.unasked ?? {})]),
    topics,
    rest: n - sum(topics.map((one) => one.n)),
    seenFirst: topics.flatMap(({ topic }) => seenFirst(topic, perDay, before)),
    enough: n >= TOWN_FROM,
  };
}

function topicTalk(topic: string, counts: Counts, then: Counts): TopicTalk {
  const [asked, unasked] = [counted(counts, 'asked', topic), counted(counts, 'unasked', topic)];
  const before = counted(then, 'asked', topic) + counted(then, 'unasked', topic);
  const n = asked + unasked;
  return { topic, n, asked, unasked, before, rising: isRising(n, before) };
}

/** On an earlier day than the first question; within a day it is not known which came first. What was asked about before is not new. */
function seenFirst(topic: string, perDay: PeriodFigures['perDay'], before: Counts): readonly SeenFirst[] {
  if (counted(before, 'asked', topic) > 0) return [];
  const first = (group: 'asked' | 'unasked'): Day | null =>
    [...perDay].find(([, counts]) => counted(counts, group, topic) > 0)?.[0] ?? null;
  const [askedOn, seenOn] = [first('asked'), first('unasked')];
  return seenOn !== null && (askedOn === null || seenOn < askedOn) ? [{ topic, seenOn, askedOn }] : [];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
