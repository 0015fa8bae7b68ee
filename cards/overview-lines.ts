import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type Entry } from '../services/domain/overview/entry.ts';
import { type TextRun } from './adaptive-card.ts';
import { dueInWords } from './due.ts';
import { type Line, line, run, subtleLine } from './lines.ts';
import { linkRun } from './list-card.ts';
import { cut, literal } from './literal-text.ts';
import { statusInWords } from './status.ts';
import { summary } from './summary.ts';
import { type Words } from './words.ts';

/** The address of a thread in Teams; null when it cannot be told now. */
export type LinkTo = (thread: string | null) => string | null;

/** At most so many lines under one heading, and then how many there are more. */
export function entryLines(entries: readonly Entry[], most: number, linkTo: LinkTo, words: Words): readonly Line[] {
  const shown = entries.length > most ? entries.slice(0, most) : entries;
  const rest = entries.length - shown.length;
  return [
    ...shown.map((entry) => entryLine(entry, linkTo, words)),
    ...(rest === 0 ? [] : [subtleLine(words.say('list.more', { count: rest }))]),
  ];
}

/** What was found: when, where, the words as far as they are public, how it ended or stands, and the way to its thread. */
export function foundLine({ view, thread }: Entry, linkTo: LinkTo, words: Words): Line {
  const { dialogue } = view;
  const at = dialogue.posts[0]?.at ?? dialogue.course[0]?.at ?? view.at;
  return line(
    run(`${words.date(at, view.at)} · `, { weight: 'Bolder' }),
    linkRun(excerpt(view, words), linkTo(thread), words.say('list.toThread')),
    run(` · ${statusInWords(view, words)}`, { isSubtle: true }),
  );
}

/** Longer than a notification, shorter than the post. UTF-16 units. */
const EXCERPT = 140;

function excerpt(view: DialogueView, words: Words): string {
  const own = view.dialogue.own === true ? (view.posts.findLast(({ from }) => from === 'us')?.text ?? view.signed) : '';
  if (own === '') return summary(view, words, EXCERPT);
  return cut(literal(own).replace(/\s+/g, ' ').trim(), EXCERPT).text;
}

/** One dialogue in one line: its matter, which leads to its thread, where it stands, and by when. */
export function entryLine({ view, thread }: Entry, linkTo: LinkTo, words: Words): Line {
  const { kind } = view.dialogue;
  const due = dueInWords(view, words);
  const about =
    kind === 'calamiteit' ? words.say('urgent', { kind: words.label('kind', kind) }) : words.label('kind', kind);
  return line(
    linkRun(summary(view, words), linkTo(thread), words.say('list.toThread')),
    run(` · ${about}`, kind === 'calamiteit' ? { weight: 'Bolder', color: 'Attention' } : { weight: 'Bolder' }),
    run(` · ${statusInWords(view, words)}`, { isSubtle: true }),
    ...(due.text === '' ? [] : [dueRun(due, words)]),
  );
}

function dueRun({ text, late }: ReturnType<typeof dueInWords>, words: Words): TextRun {
  return late
    ? run(` · ${words.say('list.late', { due: text })}`, { weight: 'Bolder', color: 'Attention' })
    : run(` · ${text}`, { isSubtle: true });
}
