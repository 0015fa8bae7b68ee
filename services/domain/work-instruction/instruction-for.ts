import { type Instruction } from './instruction.ts';
import { type Matter } from './says-yes.ts';

/** What one reads at a glance, and what fits on a card beside the rest. UTF-16 units. */
const GLANCE = 900;

/**
 * The text of the work instruction, line by line; of a long one the lines that name the kind or the topic, or the first
 * of all where none does. A line is never broken.
 */
export function instructionFor({ text }: Pick<Instruction, 'text'>, { kind, topic }: Matter): readonly string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (fits(lines)) return lines;
  const about = [kind, topic].filter((word) => word !== null).map((word) => word.toLowerCase());
  const naming = lines.filter((line) => about.some((word) => line.toLowerCase().includes(word)));
  return upTo(naming.length > 0 ? naming : lines);
}

function fits(lines: readonly string[]): boolean {
  return lines.reduce((sum, line) => sum + line.length, 0) <= GLANCE;
}

function upTo(lines: readonly string[]): readonly string[] {
  const shown = lines.filter((_, index) => fits(lines.slice(0, index + 1)));
  return shown.length > 0 ? shown : lines.slice(0, 1);
}
