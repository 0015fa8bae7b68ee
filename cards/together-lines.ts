import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { difference } from './difference.ts';
import { type Line, line, run, shortenedLines, subtleLine } from './lines.ts';
import { cut } from './literal-text.ts';
import { type Words } from './words.ts';

/** Of the notes that many, and so much of each. UTF-16 units. */
const NOTES = 3;
const NOTE = 400;
/** Longer texts than a network takes are cut for comparison. UTF-16 units. */
const COMPARED = 1_500;

/** What the team noted for itself, newest last: who, when, and the words, masked. */
export function noteLines({ notes, at }: DialogueView, words: Words): readonly Line[] {
  const more = notes.length - NOTES;
  return [
    ...(more > 0 ? [subtleLine(words.say('note.more', { count: more }))] : []),
    ...notes
      .slice(-NOTES)
      .flatMap((note) => [
        line(
          run(words.say('note.by', { name: note.by.name, moment: words.moment(note.at, at) }), { weight: 'Bolder' }),
        ),
        ...shortenedLines(note.text, NOTE, words),
      ]),
  ];
}

/** How well we know this citizen, in one line; nothing when this is the first time. */
export function acquaintedLines({ dialogue: { earlier } }: DialogueView, words: Words): readonly Line[] {
  if (earlier === undefined) return [];
  const { all, thisMonth } = earlier;
  return [
    line(thisMonth === 0 ? words.many('earlier.before', all) : words.say('earlier.month', { nth: thisMonth + 1 })),
  ];
}

/** What somebody else made of the words: who, and word by word what went and what came. */
export function rewrittenLines({ dialogue: { rewritten, concept } }: DialogueView, words: Words): readonly Line[] {
  if (rewritten === undefined || concept === null) return [];
  const { before, after } = difference(cut(rewritten.before, COMPARED).text, cut(concept.text, COMPARED).text);
  const names = { name: concept.writer.name, writer: rewritten.writer.name };
  const same = concept.writer.email === rewritten.writer.email;
  return [
    line(run(same ? words.say('rewritten.own', names) : words.say('rewritten', names), { weight: 'Bolder' })),
    line(run(`${words.say('news.was')}: `, { isSubtle: true }), ...before),
    line(run(`${words.say('news.becomes')}: `, { isSubtle: true }), ...after),
  ];
}
