import { type Evaluation, type SeenChanges } from '../../services/domain/evaluation/evaluation.ts';
import { type StandingAnswer } from '../../services/domain/work-instruction/instruction.ts';
import { type Line, line, run, subtleLine } from '../lines.ts';
import { literal } from '../literal-text.ts';
import { type Words } from '../words.ts';

/** So many lines of each sort; what is more is counted. */
const MOST = 8;

/** Standing answers that should have been looked at again, with who must. */
export function overdueLines({ overdue, report }: Evaluation, words: Words): readonly Line[] {
  const told = ({ id, owner, check }: StandingAnswer): Line =>
    line(
      run(id, { weight: 'Bolder' }),
      ` · ${words.say('evaluation.overdue', {
        day: words.date(Date.parse(`${check ?? ''}T12:00Z`), report.at),
        owner: owner ?? words.say('evaluation.noOwner'),
      })}`,
    );
  return most(overdue.map(told), 0, words);
}

/** What the settings said otherwise before, and since when we know. */
export function changeLines({ seen, report }: Evaluation, words: Words): readonly Line[] {
  const told = ({ at, changes }: SeenChanges): readonly Line[] =>
    changes.map(({ path, from, to }) =>
      line(
        run(literal(path), { weight: 'Bolder' }),
        run(` · ${words.date(at, report.at)} · `, { isSubtle: true }),
        from === null
          ? words.say('evaluation.change.new', { to: literal(to ?? '') })
          : to === null
            ? words.say('evaluation.change.gone', { from: literal(from) })
            : words.say('evaluation.change', { from: literal(from), to: literal(to) }),
      ),
    );
  return most(
    seen.flatMap(told),
    seen.reduce((sum, { more }) => sum + more, 0),
    words,
  );
}

function most(lines: readonly Line[], more: number, words: Words): readonly Line[] {
  const rest = Math.max(0, lines.length - MOST) + more;
  return [...lines.slice(0, MOST), ...(rest === 0 ? [] : [subtleLine(words.say('list.more', { count: rest }))])];
}
