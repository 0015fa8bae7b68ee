import { type Dialogue } from '../domain/dialogue/dialogue.ts';
import { type Duration, MINUTE, SECOND } from '../domain/instant.ts';
import { type Person } from '../domain/people.ts';
import { ruleFor } from '../domain/work-instruction/instruction.ts';
import { factsNow, type World } from './world.ts';

/** Long enough to take some in between two rings, short enough that no norm is at risk. */
const APART: Duration = 5 * MINUTE;
/** The moment of the last ring is its value: all instances together ring once. */
const RING = 'ring';
const RING_LEASE: Duration = 10 * SECOND;

/**
 * Whom the first message about a dialogue calls: who is on duty, and in a burst only by the first of every few minutes. Noted
 * before it is sent: a crash in between costs a ring, and the norm reminds. What nobody asked us rings for nobody, unless it
 * cannot wait.
 */
export async function whomToCall(world: World, dialogue: Dialogue): Promise<readonly Person[]> {
  const { leases, instance, settings } = world;
  const { kind, asked, own, stage } = dialogue;
  const rings = asked || ruleFor(settings.instruction, kind).outsideHours;
  if (own || !rings || stage.name !== 'waiting') return [];
  const facts = factsNow(world);
  const there = facts.onDuty(facts.at);
  if (there.length === 0) return [];
  const lease = await leases.acquire(RING, instance, RING_LEASE);
  // Another instance rings at this very moment.
  if (lease === null) return [];
  const due = facts.at - Number(lease.value) >= APART;
  const noted = due && (await leases.save(lease, String(facts.at)));
  await leases.release(lease);
  return noted ? there.map(({ name, email }) => ({ name, email })) : [];
}
