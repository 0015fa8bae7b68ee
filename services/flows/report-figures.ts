import { type Spent, sumOf } from '../domain/charges.ts';
import { type Mode } from '../domain/dialogue/dialogue.ts';
import { type Days, periodFigures, type PeriodFigures } from '../domain/figures/period-figures.ts';
import { type Period } from '../domain/figures/period.ts';
import { type Report } from '../domain/figures/report.ts';
import { dayAfter } from '../domain/roster/read-day.ts';
import { type World } from './world.ts';

/** What a report needs of the world. */
export type Reporting = Pick<World, 'clock' | 'calendar' | 'figures' | 'networks' | 'ledger' | 'settings'>;

/**
 * All figures of a period and of the stretch before it, as they are at this moment. `municipality` by id; null: all of
 * them together. @throws Fault('tables')
 */
export async function reportFigures(
  world: Reporting,
  period: Period,
  { mode, municipality }: { readonly mode: Mode; readonly municipality: string | null },
): Promise<Report> {
  const at = world.clock.now();
  const tomorrow = dayAfter(world.calendar.localTime(at).day, 1);
  const soFar = (days: Days): Days => ({ from: days.from, until: days.until < tomorrow ? days.until : tomorrow });
  const [days, daysBefore, open, cost] = await Promise.all([
    world.figures.days(soFar(period)),
    world.figures.days(soFar(period.before)),
    world.figures.open(),
    mode === 'live' && municipality === null ? costOf(world, soFar(period)) : null,
  ]);
  const scope = { mode, municipality: municipality ?? undefined };
  const figures = (of: typeof days, about: Days): PeriodFigures =>
    periodFigures(of, open, { ...scope, days: about, at }, (from, until) => world.calendar.openHours(from, until));
  return {
    at,
    mode,
    period,
    municipality,
    figures: figures(days, period),
    before: figures(daysBefore, period.before),
    goal: world.settings.instruction.answer.goal,
    cost,
  };
}

/** Of the calendar months that a period touches; null: nothing is paid for. */
async function costOf({ networks, ledger }: Reporting, { from, until }: Days): Promise<Spent | null> {
  if (!networks.has('x') || from >= until) return null;
  const months: string[] = [];
  for (let day = from; day.slice(0, 7) <= dayAfter(until, -1).slice(0, 7); day = dayAfter(`${day.slice(0, 7)}-28`, 4))
    months.push(day.slice(0, 7));
  return sumOf(await Promise.all(months.map((month) => ledger.spent('x', month))));
}
