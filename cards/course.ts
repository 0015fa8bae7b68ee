import { type CourseLine } from '../services/domain/dialogue/dialogue.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type Line, line, run } from './lines.ts';
import { type Words } from './words.ts';

/** Of these only the last of several in a row says anything. */
const REPEATS: ReadonlySet<string> = new Set(['kept', 'keptApart', 'revealed', 'postponed', 'lookedUp']);

/** What happened, newest last; the same by the same person twice in a row (a text kept again) is one line. */
export function courseLines({ dialogue, at }: DialogueView, words: Words): readonly Line[] {
  const { course } = dialogue;
  const shown = course.filter((one, index) => !isSame(one, course[index + 1]));
  return shown.map(({ at: moment, what, who }) =>
    line(
      run(`${words.moment(moment, at)} `, { isSubtle: true }),
      words.label('course', what) + (who === null ? '' : ` · ${who}`),
    ),
  );
}

function isSame(one: CourseLine, other: CourseLine | undefined): boolean {
  return REPEATS.has(one.what) && one.what === other?.what && one.who === other.who;
}
