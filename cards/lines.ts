import { type TextRun } from './adaptive-card.ts';
import { cut } from './literal-text.ts';
import { type Words } from './words.ts';

/** One line or paragraph on a card: a RichTextBlock. */
export interface Line {
  readonly runs: readonly TextRun[];
}

type Look = Omit<TextRun, 'type' | 'text'>;

export function run(text: string, look: Look = {}): TextRun {
  return { type: 'TextRun', text, ...look };
}

export function line(...runs: readonly (TextRun | string)[]): Line {
  return { runs: runs.map((part) => (typeof part === 'string' ? run(part) : part)) };
}

export function subtleLine(text: string): Line {
  return line(run(text, { isSubtle: true, size: 'Small' }));
}

/** A newline costs an element of 100 bytes, and a card may be 28 KB. */
const MOST_LINES = 40;

/**
 * A text literally, line by line as it was written, blank lines included. After `most` lines it goes on without its
 * newlines.
 */
export function textLines(text: string, look: Look = {}, most = MOST_LINES): readonly Line[] {
  const all = text
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .split('\n');
  const rest = all.slice(most - 1).join(' ');
  const kept = all.length > most ? [...all.slice(0, most - 1), rest] : all;
  return kept.map((part) => line(run(part.trim() === '' ? '\u00A0' : part, look)));
}

/** The same, no longer than `limit` UTF-16 units, and then it says so. */
export function shortenedLines(text: string, limit: number, words: Words): readonly Line[] {
  const shown = cut(text, limit);
  const lines = textLines(shown.text, {}, MOST_LINES / 2);
  return shown.whole ? lines : [...lines, subtleLine(words.say('text.cut', { count: shown.text.length }))];
}
