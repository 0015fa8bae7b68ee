import { changedRoster } from '../domain/roster/changed-roster.ts';
import { onDutyAt } from '../domain/roster/duty.ts';
import { type Absence, endOfAbsence } from '../domain/roster/roster-change.ts';
import { actOnDialogue } from './act-on-dialogue.ts';
import { actOnTeam } from './act-on-team.ts';
import { type World } from './world.ts';

/**
 * What somebody held who is away now goes back to who is there. That it was done is stored when all of it is: whoever
 * breaks off begins anew, and each dialogue hears it once.
 */
export async function freeAbsent(world: World): Promise<void> {
  const now = world.clock.now();
  const { roster } = world.team();
  for (const change of roster) {
    if (change.type !== 'absence' || change.seenTo === true || change.from > now) continue;
    if (now < endOfAbsence(roster, change)) await free(world, change);
    await actOnTeam(world, { type: 'seeToAbsence', change: change.id });
  }
}

async function free(world: World, { id, who }: Absence): Promise<void> {
  const { store, calendar, settings, clock } = world;
  const without = world.team().roster.filter((change) => change.id !== id);
  const onDuty = onDutyAt(changedRoster(calendar.shifts, without, settings.team), clock.now());
  const wasOnDuty = onDuty.some(({ email }) => email === who.email);
  const operation = `absence:${id}`;
  for await (const { dialogue } of store.open())
    await actOnDialogue(world, dialogue.id, { type: 'wentAbsent', who, wasOnDuty }, { operation });
}
