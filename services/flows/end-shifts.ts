import { samePerson } from '../domain/dialogue/dialogue.ts';
import { type Duration, type Instant, MINUTE } from '../domain/instant.ts';
import { isHeldBy } from '../domain/overview/entry.ts';
import { hasRole, type Person } from '../domain/people.ts';
import { nextOnDutyAt, onDutyAt, type Shifts } from '../domain/roster/duty.ts';
import { endOfDuty } from '../domain/roster/end-of-duty.ts';
import { type PersonalMessage } from '../domain/personal-message.ts';
import { readOpen } from './read-open.ts';
import { rosterNow, type World } from './world.ts';

/** Name of the lease under which shifts are ended; it keeps who was told of the end of which shift. */
export const SHIFTS_LEASE = 'shift-ends';
const LEASE_TIME: Duration = 2 * MINUTE;

/** So long before somebody's shift ends: they are still there to choose. */
const BEFORE: Duration = 15 * MINUTE;

/** E-mail address → the end of the shift that was told of. */
type Told = Readonly<Record<string, Instant>>;

/**
 * Who goes off duty soon and holds something gets one 1:1 card for all of it, once per shift: what was told is saved after
 * each card, so a crash in between tells it again, and a message that fails is tried at the next turn. Who cannot be
 * reached 1:1 gets none: nothing of it belongs in the channel, and the lease of a claim gives back what is forgotten.
 */
export async function endShifts(world: World): Promise<void> {
  const now = world.clock.now();
  const shifts = rosterNow(world);
  const ending = onDutyAt(shifts, now)
    .map((member) => ({ member, until: endOfDuty(shifts, member, now) }))
    .filter(({ until }) => until - now <= BEFORE);
  if (ending.length === 0) return;
  const lease = await world.leases.acquire(SHIFTS_LEASE, world.instance, LEASE_TIME);
  if (lease === null) return;
  let told: Told = lease.value === '' ? {} : (JSON.parse(lease.value) as Told);
  for (const { member, until } of ending) {
    if (told[member.email] === until) continue;
    const message = await shiftEnd(world, member, until, shifts);
    if (message.entries.length > 0 && (await world.chats.send(member.email, message)) === 'refused')
      world.log.warn('somebody holds dialogues at the end of a shift and cannot be told 1:1', { until });
    told = { ...told, [member.email]: until };
    if (!(await world.leases.save(lease, JSON.stringify(told)))) return;
  }
}

/** What somebody holds now, and who is there after them. */
export async function shiftEnd(
  world: World,
  to: Person,
  until: Instant,
  shifts: Shifts = rosterNow(world),
): Promise<Extract<PersonalMessage, { kind: 'shift-end' }>> {
  const entries = (await readOpen(world)).filter((entry) => isHeldBy(entry, to));
  const next = nextOnDutyAt(shifts, until, (one) => hasRole(one, 'webcare') && !samePerson(one, to))?.member ?? null;
  return { kind: 'shift-end', to, until, entries, next };
}
