import { type CourseLine } from '../services/domain/dialogue/dialogue.ts';
import { type Correction } from '../services/domain/dialogue/interpreting/reading.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type Line, line, run } from './lines.ts';
import { type Words } from './words.ts';

/** Of these only the last of several in a row says anything. */
const REPEATS: ReadonlySet<string> = new Set(['kept', 'keptApart', 'revealed', 'postponed', 'lookedUp']);

/** What happened, newest last; the same by the same person twice in a row (a text kept again) is one line. */
export function courseLines({ dialogue, at, choices }: DialogueView, words: Words): readonly Line[] {
  const { course } = dialogue;
  const shown = course.filter((one, index) => !isSame(one, course[index + 1]));
  return shown.map(({ at: moment, what, who, to, read }) =>
    line(
      run(`${words.moment(moment, at)} `, { isSubtle: true }),
      words.label('course', what) +
        (who === null ? '' : ` · ${who}`) +
        (to === undefined ? '' : ` → ${to}`) +
        (read === undefined ? '' : `: ${changes(read, choices, words)}`),
    ),
  );
}

/** "vraag → klacht, geen onderwerp → afval". */
function changes(
  { from, to }: NonNullable<CourseLine['read']>,
  { municipalities }: DialogueView['choices'],
  words: Words,
): string {
  const town = (id: string | null): string =>
    id === null ? words.say('input.municipality.none') : (municipalities.find((one) => one.id === id)?.name ?? id);
  const named = ({ kind, topic, municipality, urgent }: Correction): readonly string[] => [
    ...(kind === undefined ? [] : [words.label('kind', kind)]),
    ...(topic === undefined ? [] : [topic ?? words.say('read.noTopic')]),
    ...(municipality === undefined ? [] : [town(municipality)]),
    ...(urgent === undefined ? [] : [words.say(`input.urgency.${urgent ? 'yes' : 'no'}`)]),
  ];
  const now = named(to);
  return named(from)
    .map((was, index) => `${was} → ${now[index] ?? ''}`)
    .join(', ');
}

function isSame(one: CourseLine, other: CourseLine | undefined): boolean {
  return REPEATS.has(one.what) && one.what === other?.what && one.who === other.who;
}
