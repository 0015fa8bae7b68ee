import { rateOf } from '../../domain/busy/rate.ts';
import { currentStorm } from '../../domain/busy/storm.ts';
import { type Dialogue } from '../../domain/dialogue/dialogue.ts';
import { MINUTE } from '../../domain/instant.ts';
import { actOnTeam } from '../act-on-team.ts';
import { type World } from '../world.ts';

const LEASE = 'rate';
const LEASE_TIME = MINUTE;

/** How fast new dialogues come, of real ones and of practice: that may be a reason to propose a storm, or its end. */
export async function measureRate(world: World): Promise<void> {
  const lease = await world.leases.acquire(LEASE, world.instance, LEASE_TIME);
  if (lease === null) return;
  const { per, from } = world.settings.instruction.busy;
  const now = world.clock.now();
  const fresh: Dialogue[] = [];
  for await (const { dialogue } of world.store.openedSince(now - per)) fresh.push(dialogue);
  for (const practice of [false, true]) {
    const rate = rateOf(fresh, practice, now, per);
    const current = currentStorm(world.team().storms, practice);
    if (current === null && rate.count < from) continue;
    const { did, team } = await actOnTeam(world, { type: 'rateSeen', id: world.unique(), practice, rate });
    const storm = currentStorm(team.storms, practice) ?? current;
    if (did && storm !== null) world.storms.touch(storm.id);
  }
}
