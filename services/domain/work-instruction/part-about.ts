import { folded, resembles } from '../resembling.ts';
import { type Kind, type Settings } from './instruction.ts';
import { topicOf } from './interpret.ts';
import { knownTopics } from './who-knows.ts';

/** Which part of the work instruction somebody wants to read. */
export type InstructionPart =
  | { readonly about: 'all' }
  | { readonly about: 'kind'; readonly kind: Kind }
  | { readonly about: 'topic'; readonly topic: string }
  /** There is nothing under that name. */
  | { readonly about: 'unknown' };

type Known = Pick<Settings, 'departments' | 'instruction' | 'answers'>;

/** A kind or a topic as somebody types it, spelled more or less right, or a word that belongs to a topic; '' is all of it. */
export function partAbout(settings: Known, asked: string): InstructionPart {
  const typed = folded(asked);
  if (typed === '') return { about: 'all' };
  const kinds = Object.keys(settings.instruction.kinds);
  const topics = instructionTopics(settings);
  const kind = named(kinds, (name) => name === typed);
  if (kind !== null) return { about: 'kind', kind };
  const belonging = topicOf(typed);
  const topic =
    named(topics, (name) => name === typed) ??
    topics.find((one) => one === belonging) ??
    named(topics, (name) => resembles(typed, name));
  if (topic !== null) return { about: 'topic', topic };
  const near = named(kinds, (name) => resembles(typed, name));
  return near === null ? { about: 'unknown' } : { about: 'kind', kind: near };
}

/** Every topic that the work instruction says something about. */
export function instructionTopics(settings: Known): readonly string[] {
  const others = [...Object.keys(settings.instruction.approvalTopics), ...settings.answers.map(({ topic }) => topic)];
  return [...new Set([...knownTopics(settings), ...others])].sort((one, other) => one.localeCompare(other));
}

function named(names: readonly string[], fits: (name: string) => boolean): string | null {
  return names.find((name) => fits(folded(name))) ?? null;
}
