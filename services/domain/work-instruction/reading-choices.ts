import { type Kind, type Municipality, type Settings } from './instruction.ts';

/** What a person can choose from when they say what a message is. */
export interface ReadingChoices {
  readonly kinds: readonly Kind[];
  /** In alphabetical order. */
  readonly topics: readonly string[];
  readonly municipalities: readonly Municipality[];
}

/** The kinds of the work instruction in its order, and every topic that something is filed under. */
export function readingChoices(settings: Settings): ReadingChoices {
  const { departments, answers, instruction, municipalities } = settings;
  const kinds = Object.keys(instruction.kinds);
  const topics = new Set([
    ...departments.flatMap((one) => one.topics),
    ...answers.map(({ topic }) => topic),
    ...Object.keys(instruction.approvalTopics),
  ]);
  return { kinds, topics: [...topics].sort((a, b) => a.localeCompare(b)), municipalities };
}
