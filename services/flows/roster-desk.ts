import { type Member } from '../domain/people.ts';
import { type RosterDesk } from '../domain/roster/read-roster-request.ts';
import { type RosterView, rosterView } from '../domain/roster/roster-view.ts';
import { rosterNow, type World } from './world.ts';

/** What is known where somebody types about the roster. */
export function deskNow({ settings, clock, calendar }: World, by: Member): RosterDesk {
  const at = clock.now();
  const momentOf: RosterDesk['momentOf'] = (day, time) => calendar.localMoment(day, time);
  return { by, team: settings.team, at, today: calendar.localTime(at).day, momentOf };
}

/** The roster of this week and the next as it is now. */
export function rosterViewNow(world: World): RosterView {
  const { settings, clock, calendar } = world;
  const at = clock.now();
  return rosterView({
    at,
    today: calendar.localTime(at).day,
    settings,
    openHours: (from, until) => calendar.openHours(from, until),
    shifts: rosterNow(world),
    changes: world.team().roster,
    momentOf: (day, time) => calendar.localMoment(day, time),
  });
}
