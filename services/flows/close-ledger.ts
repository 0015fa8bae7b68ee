import { HOUR, MINUTE } from '../domain/instant.ts';
import { type NetworkName } from '../domain/post.ts';
import { dayOf } from '../domain/spending.ts';
import { type World } from './world.ts';

/** For one round: thousands of rows take a minute. */
const LEASE_TIME = 10 * MINUTE;

/** Once a day, at least an hour after midnight UTC: what was charged on days that are over becomes a sum without ids. */
export async function closeLedger(world: World, network: NetworkName): Promise<void> {
  const lease = await world.leases.acquire(ledgerLease(network), world.instance, LEASE_TIME);
  const today = dayOf(world.clock.now() - HOUR);
  if (lease === null || lease.value === today) return;
  const days = await world.ledger.closeDays(network);
  await world.leases.save(lease, today);
  if (days > 0) world.log.info('days of the ledger were closed', { network, days });
}

/** Name of the lease under which days are closed; it keeps the day of the last round. */
export function ledgerLease(network: NetworkName): string {
  return `ledger:${network}`;
}
