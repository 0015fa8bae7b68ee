import { createCalendar } from '../../services/adapters/calendar/create-calendar.ts';
import { type AdaptiveCard } from '../../cards/adaptive-card.ts';
import { withNotice } from '../../cards/notice.ts';
import { rosterCard } from '../../cards/roster-card.ts';
import { absentForm, swapForm, undoForm } from '../../cards/roster-forms.ts';
import { pauseAnswer, rosterAnswer, teamRefusal } from '../../cards/team-answer.ts';
import { type Words } from '../../cards/words.ts';
import { changedRoster } from '../../services/domain/roster/changed-roster.ts';
import { type RosterChange } from '../../services/domain/roster/roster-change.ts';
import { type RosterView, rosterView } from '../../services/domain/roster/roster-view.ts';
import { NEW_TEAM } from '../../services/domain/team/team.ts';
import { type Settings } from '../../services/domain/work-instruction/instruction.ts';
import { local, member, settings, TUESDAY_TEN } from '../support/dialogue-facts.ts';

/** A week in which Bram is away, Anna and Els swap, and the town hall is closed on Thursday. */
const CHANGES: readonly RosterChange[] = [
  { type: 'absence', id: 1, by: member('Els'), at: TUESDAY_TEN, who: member('Bram'), from: TUESDAY_TEN, until: null },
  {
    ...{ type: 'swap', id: 2, by: member('Anna'), at: TUESDAY_TEN, one: member('Anna'), other: member('Els') },
    during: [
      { from: local('11-27 08:30'), until: local('11-27 12:00') },
      { from: local('12-01 00:00'), until: local('12-02 00:00') },
    ],
  },
];

/** The roster at a moment, as the card shows it. */
export function rosterAt(at: number, changes: readonly RosterChange[], changed: Partial<Settings> = {}): RosterView {
  const ours = { ...settings, ...changed };
  const calendar = createCalendar(ours);
  return rosterView({
    at,
    today: calendar.localTime(at).day,
    settings: ours,
    openHours: (from, until) => calendar.openHours(from, until),
    shifts: changedRoster(calendar.shifts, changes, ours.team),
    changes,
    momentOf: (day, time) => calendar.localMoment(day, time),
  });
}

/** The cards about the roster and the pause of placing. */
export function teamPictures(words: Words): readonly { readonly title: string; readonly card: AdaptiveCard }[] {
  const view = rosterAt(TUESDAY_TEN, CHANGES, { hours: { ...settings.hours, closed: ['2026-11-26'] } });
  const team = { ...NEW_TEAM, roster: CHANGES };
  const pause = { by: member('Els'), since: TUESDAY_TEN, reason: 'ernstig *ongeluk* op de Zuiderweg' };
  const refused = teamRefusal({ code: 'unknown-day', typed: '**ooit**' }, TUESDAY_TEN, words);
  return [
    { title: 'roster', card: rosterCard(view, words) },
    { title: 'roster: as it is', card: rosterCard(rosterAt(TUESDAY_TEN, []), words) },
    { title: 'roster: refused', card: withNotice(rosterCard(view, words), refused) },
    { title: 'roster: at Christmas', card: rosterCard(rosterAt(local('12-23 10:00'), []), words) },
    { title: 'roster: report absence', card: absentForm([member('Bram'), member('Els')], TUESDAY_TEN, words) },
    { title: 'roster: swap', card: swapForm([member('Bram')], [member('Anna'), member('Els')], TUESDAY_TEN, words) },
    { title: 'roster: undo', card: undoForm(view, words) },
    ...CHANGES.map((change) => ({
      title: `roster: recorded ${change.type}`,
      card: rosterAnswer(change, team, TUESDAY_TEN, words),
    })),
    { title: 'placing paused', card: pauseAnswer(pause, words) },
    { title: 'placing resumed', card: pauseAnswer(null, words) },
  ];
}
