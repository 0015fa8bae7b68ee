import { SECOND } from '../domain/instant.ts';
import { type PendingTeamLine } from '../ports/team-store.ts';
import { freeAbsent } from './free-absent.ts';
import { sendReport, tendReports } from './evaluation/weekly-report.ts';
import { watchDuty } from './watch-duty.ts';
import { type World } from './world.ts';

/** One sender at a time; longer than sending a message takes. */
const SENDER = 'team-lines';
const SENDER_LEASE = 60 * SECOND;

/** What this instance does for the team every few seconds: see what others did, and send what waits. */
export async function tendTeam(world: World): Promise<void> {
  await world.teamView.refresh();
  await freeAbsent(world);
  await watchDuty(world);
  await tendReports(world);
  await sendLines(world);
}

/** A message that fails waits for the next turn, and keeps no other one back. */
async function sendLines(world: World): Promise<void> {
  const { teamStore, teamView, leases, instance } = world;
  const { version } = teamView.now;
  if (teamView.sentUpTo >= version) return;
  if ((await teamStore.lines()).length === 0) {
    teamView.sentUpTo = version;
    return;
  }
  const lease = await leases.acquire(SENDER, instance, SENDER_LEASE);
  if (lease === null) return;
  const faults: unknown[] = [];
  try {
    // Read under the lease: another instance may have sent some since.
    for (const pending of await teamStore.lines())
      await send(world, pending).catch((fault: unknown) => faults.push(fault));
  } finally {
    await leases.release(lease);
  }
  if (faults.length > 0) throw faults[0];
}

async function send(world: World, { key, line }: PendingTeamLine): Promise<void> {
  const { teamStore, alerts } = world;
  if (line.to === 'report') await sendReport(world, line);
  else await (line.to === 'channel' ? alerts.toChannel(line.alert) : alerts.toCoordinators(line.alert));
  await teamStore.lineSent(key);
}
