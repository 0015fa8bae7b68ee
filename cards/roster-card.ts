import { type Instant } from '../services/domain/instant.ts';
import { type RosterDay, type RosterView } from '../services/domain/roster/roster-view.ts';
import { type AdaptiveCard, type ExecuteAction } from './adaptive-card.ts';
import { type RosterModel } from './card-models.ts';
import { type Line, line, run, subtleLine } from './lines.ts';
import { render } from './render.ts';
import { changeText, recordedText } from './roster-change-line.ts';
import { type TeamVerb } from './verbs.ts';
import { type Words } from './words.ts';

type Row = RosterModel['weeks'][number]['rows'][number];

/** More changes than one reads through; the rest is counted. */
const MOST_CHANGES = 12;

/** This week and next as tables, what is weak said in words, and what was changed by whom and when. */
export function rosterCard(view: RosterView, words: Words): AdaptiveCard {
  const { at, weeks, changes } = view;
  const shown = changes.slice(0, MOST_CHANGES);
  const hidden = changes.length - shown.length;
  return render('roster', {
    lang: words.language,
    fallback: words.say('fallback.list', { title: words.say('roster.title') }),
    title: words.say('roster.title'),
    lines: [subtleLine(words.say('roster.asOf', { when: words.moment(at) }))],
    weeks: weeks.map((days, n) => ({
      label: [run(words.say(n === 0 ? 'roster.thisWeek' : 'roster.nextWeek'), { weight: 'Bolder' })],
      rows: [headerRow(words), ...days.flatMap((day) => rowsOf(day, at, words))],
    })),
    changesLabel: [run(words.say('roster.changes'), { weight: 'Bolder' })],
    changes: [
      ...shown.map(({ change, until }) =>
        line(changeText(change, until, at, words), run(` · ${recordedText(change, at, words)}`, { isSubtle: true })),
      ),
      ...(hidden > 0 ? [subtleLine(words.many('roster.moreChanges', hidden))] : []),
    ],
    actions: [
      teamButton('rosterAbsentForm', words),
      teamButton('rosterSwapForm', words),
      ...(changes.length > 0 ? [teamButton('rosterUndoForm', words)] : []),
    ],
  });
}

/** A button that is about no dialogue. `brings`: what it says beside the inputs around it. */
export function teamButton(verb: TeamVerb, words: Words, brings: object = {}): ExecuteAction {
  return { type: 'Action.Execute', title: words.say(`button.${verb}`), verb, data: { team: true, ...brings } };
}

function headerRow(words: Words): Row {
  const heads = ['day', 'who', 'hours', 'note'] as const;
  return { style: 'accent', cells: heads.map((head) => line(run(words.say(`roster.${head}`), { weight: 'Bolder' }))) };
}

/** A day has a row for each stretch with other people; its name stands in the first of them. */
function rowsOf({ at, closed, hours }: RosterDay, now: Instant, words: Words): readonly Row[] {
  const day = words.date(at, now);
  if (closed !== null) {
    const note = words.say(closed === 'holiday' ? 'roster.holiday' : 'roster.closed');
    return [row([line(day), line('–'), line('–'), line(run(note, { isSubtle: true }))], false)];
  }
  return hours.map(({ from, until, members, weak }, n) =>
    row(
      [
        line(n === 0 ? day : run(day, { isSubtle: true })),
        line(members.length === 0 ? words.say('roster.nobody') : members.map(({ name }) => name).join(', ')),
        line(`${words.time(from)}–${endOf(until, words)}`),
        weak === null ? line('–') : line(run(`⚠ ${words.say(`roster.weak.${weak}`)}`, { weight: 'Bolder' })),
      ],
      weak === 'nobody',
    ),
  );
}

function row(cells: readonly Line[], alarming: boolean): Row {
  return { style: alarming ? 'attention' : 'default', cells };
}

/** Midnight at the end of a day is 24:00. */
function endOf(until: Instant, words: Words): string {
  const time = words.time(until);
  return time === '00:00' ? '24:00' : time;
}
