import {
  type SeenFirst,
  type TopicTalk,
  TOPIC_FROM,
  TOWN_FROM,
  type TownTalk,
} from '../../services/domain/evaluation/town-talk.ts';
import { RISING } from '../../services/domain/figures/rising.ts';
import { type Period } from '../../services/domain/figures/period.ts';
import { type Instant } from '../../services/domain/instant.ts';
import { periodTitle } from '../statistics/period-title.ts';
import { type Words } from '../words.ts';

export interface TownTalkParts {
  readonly at: Instant;
  readonly period: Period;
  /** It counts practice messages. */
  readonly practice: boolean;
  /** `place` null: where none is known. */
  readonly towns: readonly { readonly place: string | null; readonly talk: TownTalk }[];
}

/** What goes on in town as plain text to forward: numbers by topic, and nothing of anybody. */
export function townTalkText({ at, period, practice, towns }: TownTalkParts, words: Words): string {
  const title = words.say('town.title', { period: periodTitle(period, at, words) });
  const heard = towns.filter(({ talk, place }) => place !== null || talk.n > 0);
  const total = towns.reduce((sum, { talk }) => sum + talk.n, 0);
  const head = [...(practice ? [words.say('figures.mode.practice')] : []), title];
  if (!heard.some(({ talk }) => talk.enough))
    return [...head, words.say('town.tooLittle', { count: total, from: TOWN_FROM })].join('\n');
  const rises = heard.some(({ talk }) => talk.enough && talk.topics.some(({ rising }) => rising));
  return [
    ...head,
    words.say('town.what', { from: TOPIC_FROM }),
    ...heard.flatMap(({ place, talk }) => ['', ...townLines(place, talk, at, words)]),
    ...(rises ? ['', words.say('town.rising', { from: RISING.from, times: RISING.times })] : []),
  ].join('\n');
}

function townLines(place: string | null, talk: TownTalk, at: Instant, words: Words): readonly string[] {
  const name = place ?? words.say('town.noPlace');
  const { n, asked, before, topics, rest, seenFirst, enough } = talk;
  if (!enough) return [words.say('town.few', { place: name, count: n })];
  return [
    words.say('town.total', { place: name, count: n, before, asked, unasked: n - asked }),
    ...topics.map((one) => topicLine(one, words)),
    ...(rest > 0 ? [words.say('town.rest', { count: rest })] : []),
    ...seenFirst.map((one) => seenLine(one, at, words)),
  ];
}

function topicLine({ topic, n, asked, unasked, before, rising }: TopicTalk, words: Words): string {
  return words.say(rising ? 'town.topic.rising' : 'town.topic', { topic, count: n, before, asked, unasked });
}

function seenLine({ topic, seenOn, askedOn }: SeenFirst, at: Instant, words: Words): string {
  const day = (one: string): string => words.date(Date.parse(`${one}T12:00Z`), at);
  return askedOn === null
    ? words.say('town.seen', { topic, seen: day(seenOn) })
    : words.say('town.seen.first', { topic, seen: day(seenOn), asked: day(askedOn) });
}
