import { snapshotOf } from '../domain/evaluation/instruction-snapshot.ts';
import { actOnTeam } from './act-on-team.ts';
import { type World } from './world.ts';

/** At a start: what the settings say that they did not say at the last one is kept in the history, by the first who sees it. */
export async function seeInstruction(world: World): Promise<void> {
  await actOnTeam(world, { type: 'seeInstruction', snapshot: snapshotOf(world.settings) });
}
