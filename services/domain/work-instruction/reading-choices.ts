import { type Kind, type Municipality, type Settings } from './instruction.ts';
import { instructionTopics } from './part-about.ts';

/** What a person can choose from when they say what a message is. */
export interface ReadingChoices {
  readonly kinds: readonly Kind[];
  /** In alphabetical order. */
  readonly topics: readonly string[];
  readonly municipalities: readonly Municipality[];
}

/** The kinds of the work instruction in its order, and every topic that something is filed under. */
export function readingChoices(settings: Settings): ReadingChoices {
  const { instruction, municipalities } = settings;
  return { kinds: Object.keys(instruction.kinds), topics: instructionTopics(settings), municipalities };
}
