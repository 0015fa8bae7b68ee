import { type Member, type Person } from '../people.ts';
import { type Dialogue, holderOf, samePerson } from './dialogue.ts';
import { type Facts } from './facts.ts';
import { type Announcement } from './messages.ts';
import { mayApprove } from './department-yes/whose-yes.ts';

/** Who has it when on duty, else who is on duty; with nobody on duty it waits for who has it. */
export function attending(after: Dialogue, facts: Facts): readonly Person[] {
  const owner = holderOf(after.stage);
  const team = facts.onDuty(facts.at);
  const there = team.some((member) => samePerson(member, owner));
  if (owner !== null && (there || team.length === 0)) return [owner];
  return team;
}

/** Who is on duty and may say yes to the text that waits for it. */
export function approversFor(after: Dialogue, facts: Facts): readonly Member[] {
  return facts.onDuty(facts.at).filter((member) => mayApprove(after, member, facts.settings));
}

/** A line to these people, each once; to nobody there is none. */
export function address(them: readonly Person[], rest: Omit<Announcement, 'to'>): readonly Announcement[] {
  const each = them.filter((one, index) => them.findIndex((other) => samePerson(one, other)) === index);
  return each.length === 0 ? [] : [{ ...rest, to: each.map(({ name, email }) => ({ name, email })) }];
}
