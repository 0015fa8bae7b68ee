import { actOnTeam } from './act-on-team.ts';
import { rosterViewNow } from './roster-desk.ts';
import { factsNow, type World } from './world.ts';

/** We are open and nobody is on duty: the coordinator hears it, once for each such stretch. */
export async function watchDuty(world: World): Promise<void> {
  const facts = factsNow(world);
  const { at } = facts;
  if (facts.openHours(at, at + 1).length === 0 || facts.onDuty(at).length > 0) return;
  const hours = rosterViewNow(world).weeks.flatMap((days) => days.flatMap((day) => day.hours));
  const empty = hours.find(({ from, until, weak }) => weak === 'nobody' && from <= at && at < until);
  if (empty === undefined) return;
  const { from, until } = empty;
  const name = `nobody-on-duty:${from}`;
  if (name in world.team().told) return;
  const line = { to: 'coordinators', alert: { what: 'nobody-on-duty', from, until } } as const;
  await actOnTeam(world, { type: 'tell', name, line });
}
