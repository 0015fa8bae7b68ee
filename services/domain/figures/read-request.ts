import { type Mode } from '../dialogue/dialogue.ts';
import { DAY } from '../instant.ts';
import { type Municipality } from '../work-instruction/instruction.ts';
import { type Period } from './period.ts';
import { type Day } from './shares.ts';

/** Which figures somebody asks for. */
export interface FiguresRequest {
  readonly period: Period;
  readonly mode: Mode;
  /** By id; null: all of them together. */
  readonly municipality: string | null;
}

/** Why no figures can be shown: the words name no period, one that is still to begin, or one that is too long. */
export type UnreadPeriod = 'no-period' | 'future' | 'too-long';

/** The longest period that is shown: three years, leap days included. */
const LONGEST_DAYS = 3 * 366;

const MODES: readonly { readonly mode: Mode; readonly pattern: RegExp }[] = [
  { mode: 'practice', pattern: /(?<!\p{L})(?:oefening|oefenen|practice)(?!\p{L})/iu },
  { mode: 'listening', pattern: /(?<!\p{L})(?:meeluisteren|listening)(?!\p{L})/iu },
];

/** What the words are read with. */
export interface ReadingFigures {
  readonly municipalities: readonly Municipality[];
  /** What is counted where the words do not say so. */
  readonly usual: Mode;
  readonly today: Day;
  readonly periodIn: (text: string) => Period | null;
}

/**
 * What was typed behind `stats`: a period, and anywhere around it the name of a municipality and whether practice is meant.
 * Nothing is this week, of all municipalities.
 */
export function readFiguresRequest(
  text: string,
  { municipalities, usual, today, periodIn }: ReadingFigures,
): FiguresRequest | { readonly unread: UnreadPeriod } {
  const found = MODES.find(({ pattern }) => pattern.test(text));
  const rest = found === undefined ? text : text.replace(found.pattern, ' ');
  const longestFirst = [...municipalities].sort((one, other) => other.name.length - one.name.length);
  const named = longestFirst.map((one) => ({ one, pattern: asWord(one.name) }));
  const municipality = named.find(({ pattern }) => pattern.test(rest));
  const period = periodIn(municipality === undefined ? rest : rest.replace(municipality.pattern, ' '));
  if (period === null) return { unread: 'no-period' };
  const unread = whyNotShown(period, today);
  return unread === null
    ? { period, mode: found?.mode ?? usual, municipality: municipality?.one.id ?? null }
    : { unread };
}

/** null: it can be shown. */
export function whyNotShown({ from, until }: Period, today: Day): UnreadPeriod | null {
  if (from > today) return 'future';
  return (Date.parse(until) - Date.parse(from)) / DAY > LONGEST_DAYS ? 'too-long' : null;
}

function asWord(name: string): RegExp {
  const literally = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\d])${literally}(?![\\p{L}\\d])`, 'iu');
}
