import { MINUTE } from '../domain/instant.ts';
import { type NetworkName } from '../domain/post.ts';
import { monthOf, type SearchPace, searchPace, warningDue } from '../domain/spending.ts';
import { type World } from './world.ts';

/** For one round; it is looked at a little more often. */
const LEASE_TIME = 10 * MINUTE;

/**
 * How often what nobody asked us is searched for now, by what this month cost so far. Asks the tables once in five minutes.
 * @throws Fault('tables')
 */
export async function searchPaceNow(world: World, network: NetworkName): Promise<SearchPace> {
  const monthly = ceilingOf(world, network);
  if (monthly === null) return 'normal';
  const { usd } = await world.ledger.spent(network, monthOf(world.clock.now()));
  return searchPace(usd, monthly);
}

/**
 * Tells the coordinators when a percentage of the ceiling is passed: once per month and percentage, and once more when this
 * breaks off between telling and remembering it.
 */
export async function watchSpending(world: World, network: NetworkName): Promise<void> {
  const monthly = ceilingOf(world, network);
  if (monthly === null) return;
  const lease = await world.leases.acquire(spendingLease(network), world.instance, LEASE_TIME);
  if (lease === null) return;
  const month = monthOf(world.clock.now());
  const { usd: spent } = await world.ledger.spent(network, month);
  world.metrics.level('spending.dollars', spent, { network });
  const percent = warningDue(spent, monthly, toldIn(month, lease.value));
  if (percent === null) return;
  await world.alerts.toCoordinators({ what: 'spending', network, percent, spent, monthly, month });
  await world.leases.save(lease, `${month} ${percent}`);
  world.log.warn('the coordinators were told of what is spent', { network, month, percent, spent, monthly });
}

/** Name of the lease under which spending is watched; it keeps what was told last: `2026-11 80`. */
export function spendingLease(network: NetworkName): string {
  return `spending:${network}`;
}

function toldIn(month: string, value: string): number {
  const [told, percent] = value.split(' ');
  return told === month ? Number(percent) : 0;
}

/** Only X is paid for. */
function ceilingOf({ settings }: World, network: NetworkName): number | null {
  return network === 'x' ? settings.x.monthly : null;
}
