import { type Settings } from '../../work-instruction/instruction.ts';
import { happen, NOTHING, refuse } from '../decision.ts';
import { type Person } from '../../people.ts';
import { type Dialogue, samePerson } from '../dialogue.ts';
import { evolve } from '../evolve.ts';
import { type Facts } from '../facts.ts';
import { type Decision, type PersonCommand } from '../messages.ts';
import { type Refusal } from '../refusal.ts';
import { type Unreachable } from './messages.ts';
import { isOf, whoseYes } from './whose-yes.ts';

/** What people of a department may ask although they are not on the team, and of what their department must decide alone. */
const THEIRS: ReadonlySet<PersonCommand['type']> = new Set(['approve', 'sendBack', 'stop', 'takeToDepartment']);

export function isTheirs(dialogue: Dialogue, { type, by }: PersonCommand, settings: Settings): boolean {
  const yes = whoseYes(dialogue, settings);
  if (type === 'takeToDepartment' && wasAskedToTakeOver(dialogue, by)) return true;
  return THEIRS.has(type) && yes.who === 'department' && isOf(yes.department, by);
}

function wasAskedToTakeOver({ askedDepartment: asked }: Dialogue, by: Person): boolean {
  return asked?.takeOver !== undefined && asked.people.some((one) => samePerson(one, by));
}

/** The department answers itself, by telephone or otherwise: the work of the team on it ends here. */
export function decideTakeToDepartment(dialogue: Dialogue, command: PersonCommand, facts: Facts): Decision {
  const asked = dialogue.stage.name === 'drafted' || wasAskedToTakeOver(dialogue, command.by);
  if (!asked || !isTheirs(dialogue, command, facts.settings)) return refuse(departmentNeeded(dialogue, facts.settings));
  const { name, email } = command.by;
  return happen({ type: 'finished', by: { name, email }, outcome: 'department' });
}

/** That a yes is needed, and whose. */
export function departmentNeeded(dialogue: Dialogue, settings: Settings): Refusal {
  const yes = whoseYes(dialogue, settings);
  if (yes.who !== 'department') return { code: 'approval-needed' };
  const { name, phone } = yes.department;
  return { code: 'department-needed', department: name, phone };
}

/**
 * A text that came to wait for a department, whatever brought it there, is put before its people: once for each time that
 * it begins to wait.
 */
export function withDepartmentAsked(dialogue: Dialogue | null, decision: Decision, facts: Facts): Decision {
  if (decision.events.length === 0) return decision;
  const after = decision.events.reduce<Dialogue | null>((d, event) => evolve(d, { ...event, at: facts.at }), dialogue);
  if (after === null || !waits(after)) return decision;
  const yes = whoseYes(after, facts.settings);
  if (yes.who !== 'department' || yes.department.people.length === 0) return decision;
  const { name: department, people } = yes.department;
  return { ...decision, events: [...decision.events, { type: 'departmentAsked', department, people }] };
}

/** On the table, and nobody was asked for a yes yet. A yes that the citizen overtook is asked for anew. */
function waits({ stage, askedDepartment: asked = null }: Dialogue): boolean {
  if (stage.name !== 'drafted' || (asked !== null && asked.takeOver === undefined)) return false;
  return stage.hitch === null || (stage.hitch.why === 'overtaken' && stage.hitch.approvedBy !== null);
}

/** Told by who tried to reach them. */
export function decideUnreachable(
  { askedDepartment: asked = null }: Dialogue,
  { round, email }: Unreachable,
): Decision {
  const news = asked?.round === round && !asked.unreachable.includes(email);
  return news ? happen({ type: 'departmentUnreachable', email }) : NOTHING;
}
