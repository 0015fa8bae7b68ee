import { type HourLoad, hourLoads } from '../domain/figures/hour-loads.ts';
import { type Report } from '../domain/figures/report.ts';
import { DAY } from '../domain/instant.ts';
import { daysOnClock } from './days-on-clock.ts';
import { rosterNow, type World } from './world.ts';

/** So much of the roster, back from the end of the period, tells how it is manned: what was a year ago is not planned with. */
const ROSTER = 13 * 7 * DAY;

/** The hours of the week of a report against the roster with its changes. */
export function hourLoadsOf(world: World, { period, figures, at }: Report): readonly HourLoad[] {
  const { calendar } = world;
  const during = daysOnClock(calendar, period);
  const until = Math.min(during.until, at);
  const from = Math.max(during.from, until - ROSTER);
  const shifts = rosterNow(world);
  return hourLoads(figures.counts, calendar.openHours(from, until), shifts(from, until), (moment) =>
    calendar.localTime(moment),
  );
}
