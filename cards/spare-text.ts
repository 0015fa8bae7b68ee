import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type Line, shortenedLines, subtleLine } from './lines.ts';
import { type Words } from './words.ts';

const ASIDE = 600;

/** A text that was sent when it was no longer its writer's to send: kept, and shown to who goes on with it. */
export function spareLines({ dialogue, at }: DialogueView, words: Words): readonly Line[] {
  if (dialogue.spare === null) return [];
  const { writer, at: moment, text } = dialogue.spare;
  const title = words.say('writing.spare', { name: writer.name, moment: words.moment(moment, at) });
  return [subtleLine(title), ...shortenedLines(text, ASIDE, words)];
}
