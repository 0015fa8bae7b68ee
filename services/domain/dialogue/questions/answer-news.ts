import { type Person } from '../../people.ts';
import { type Dialogue, samePerson } from '../dialogue.ts';
import { type Facts } from '../facts.ts';

/** Who writes the reply and is on duty: an answer comes to them as a new work card. null: it is told in a line instead. */
export function holderToTell({ stage }: Dialogue, facts: Pick<Facts, 'at' | 'onDuty'>): Person | null {
  if (stage.name !== 'claimed') return null;
  const team = facts.onDuty(facts.at);
  const there = team.length === 0 || team.some((member) => samePerson(member, stage.by));
  return there ? stage.by : null;
}
