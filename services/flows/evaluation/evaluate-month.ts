import { agreementBefore, agreementOf, mayAgree } from '../../domain/evaluation/agreement.ts';
import { type Evaluation, type SeenChanges } from '../../domain/evaluation/evaluation.ts';
import { overdueAnswers } from '../../domain/evaluation/overdue-answers.ts';
import { type FiguresRequest } from '../../domain/figures/read-request.ts';
import { type Interval } from '../../domain/instant.ts';
import { maskPersonalData } from '../../domain/mask.ts';
import { type Member } from '../../domain/people.ts';
import { type TeamHappened } from '../../domain/team/messages.ts';
import { type Agreement } from '../../domain/evaluation/agreement.ts';
import { daysOnClock } from '../days-on-clock.ts';
import { reportFigures } from '../report-figures.ts';
import { type World } from '../world.ts';
import { findTalks } from './find-talks.ts';
import { weighWorth } from './weigh-worth.ts';

/** Everything to evaluate a month with, for who asks. */
export async function evaluateMonth(
  world: World,
  { period, mode, municipality, usual }: FiguresRequest & { readonly usual: boolean },
  by: Member,
): Promise<Evaluation> {
  const { settings, calendar, clock, teamStore, teamView } = world;
  const month = period.from.slice(0, 7);
  const during = daysOnClock(calendar, period);
  const [report, talks, history, team] = await Promise.all([
    reportFigures(world, period, { mode, municipality }),
    findTalks(world, during, { mode, municipality }),
    teamStore.history(),
    teamView.refresh(),
  ]);
  const { agreements } = team.evaluated;
  return {
    report,
    place: settings.municipalities.find(({ id }) => id === municipality)?.name ?? null,
    month,
    usual,
    talks,
    overdue: overdueAnswers(settings.answers, calendar.localTime(clock.now()).day),
    seen: seenIn(history, during),
    agreed: masked(world, agreementBefore(agreements, month)),
    agreement: agreementOf(agreements, month),
    mayAgree: mayAgree(by),
    worth: await weighWorth(world, report, history),
  };
}

function seenIn(history: readonly TeamHappened[], { from, until }: Interval): readonly SeenChanges[] {
  return history.flatMap((event) =>
    event.type === 'instructionChanged' && from <= event.at && event.at < until
      ? [{ at: event.at, changes: event.changes, more: event.more }]
      : [],
  );
}

/** Whoever typed it may have named somebody. In the field in which it is changed it stands as it was typed. */
function masked({ texts, maskLabels }: World, agreement: Agreement | null): Agreement | null {
  if (agreement === null) return null;
  const { text } = agreement;
  return { ...agreement, text: maskPersonalData(text, texts.personalData(text), maskLabels) };
}
