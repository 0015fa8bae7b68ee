import { type Worth, worthOf } from '../../domain/evaluation/worth.ts';
import { type Report } from '../../domain/figures/report.ts';
import { changedRoster } from '../../domain/roster/changed-roster.ts';
import { rosterIn } from '../../domain/roster/with-roster-event.ts';
import { type TeamHappened } from '../../domain/team/messages.ts';
import { daysOnClock } from '../days-on-clock.ts';
import { type World } from '../world.ts';

/**
 * What the figures of a period are worth in the organisation's own terms; null: the settings say nothing of it. The roster
 * is that of the time itself: the fixed week as it is now, with all changes that were ever recorded.
 */
export async function weighWorth(
  world: World,
  { period, figures, at }: Report,
  history?: readonly TeamHappened[],
): Promise<Worth | null> {
  const { settings, calendar, teamStore } = world;
  if (settings.worth === null) return null;
  const changes = rosterIn(history ?? (await teamStore.history()));
  const shifts = changedRoster((from, until) => calendar.shifts(from, until), changes, settings.team);
  const { from, until } = daysOnClock(calendar, period);
  return worthOf(figures.counts, settings.worth, { from, until: Math.min(until, at) }, shifts);
}
