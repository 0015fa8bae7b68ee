import { hasRole, type Member } from '../../people.ts';
import { type Dialogue, holderOf, samePerson } from '../dialogue.ts';
import { type Facts } from '../facts.ts';

/** Somebody who can hold a dialogue. */
export interface Colleague {
  readonly member: Member;
  readonly onDuty: boolean;
}

/** Whom a dialogue can be handed over to: everybody of the team but who has it, who is on duty first. */
export function colleaguesFor({ stage }: Dialogue, facts: Facts): readonly Colleague[] {
  const there = facts.onDuty(facts.at);
  const all = facts.settings.team
    .filter((member) => hasRole(member, 'webcare') && !samePerson(member, holderOf(stage)))
    .map((member) => ({ member, onDuty: there.some((one) => samePerson(one, member)) }));
  return [...all.filter((one) => one.onDuty), ...all.filter((one) => !one.onDuty)];
}
