import { type BusyCommand, type BusyRefusal } from '../../domain/busy/messages.ts';
import { actOnTeam } from '../act-on-team.ts';
import { type World } from '../world.ts';

/** A person asks something of a storm: what came of it shows in the channel soon after. null: it was done. */
export async function actOnBusy(world: World, command: BusyCommand, operation: string): Promise<BusyRefusal | null> {
  const { team, refusal } = await actOnTeam(world, command, { operation });
  for (const { id } of team.storms) world.storms.touch(id, true);
  return refusal as BusyRefusal | null;
}
