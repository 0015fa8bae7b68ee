import { happen, NOTHING } from '../decision.ts';
import { type Dialogue } from '../dialogue.ts';
import { type Happened } from '../messages.ts';
import { type Decision } from '../messages.ts';
import { changedWork } from '../evolve-holding.ts';
import { holderOf } from '../dialogue.ts';
import { type TimeRule } from '../by-time/time-rule.ts';
import { type DepartmentAnswered } from './messages.ts';

/** Its first reachable person is told by `services/flows/tell-department.ts`, as soon as it can be. */
export const tellingDepartment: TimeRule = {
  next: ({ passedOn }) => (passedOn?.state === 'telling' ? passedOn.at : null),
  then: null,
};

/** What became of the message. */
export function decideDepartment({ passedOn }: Dialogue, { who }: DepartmentAnswered): Decision {
  if (passedOn?.state !== 'telling') return NOTHING;
  return happen(who === null ? { type: 'departmentUnreached' } : { type: 'departmentTold', who });
}

/** It ends here without an answer of ours: what was answered before counts, and this does not. */
export function applyPassedOn(d: Dialogue, event: Happened): Dialogue | null {
  const { passedOn } = d;
  switch (event.type) {
    case 'passedOn': {
      const { at, by, department, phone, people, remark, due } = event;
      return {
        ...d,
        due: null,
        passedOn: { at, by, department, phone, people, remark, due, state: 'telling', told: null },
        stage: { name: 'closed', had: holderOf(d.stage), by, at, outcome: 'handed-over' },
        work: changedWork(d),
      };
    }
    case 'departmentTold':
      return passedOn === undefined ? d : { ...d, passedOn: { ...passedOn, state: 'told', told: event.who } };
    case 'departmentUnreached':
      return passedOn === undefined ? d : { ...d, passedOn: { ...passedOn, state: 'unreached' } };
    default:
      return null;
  }
}

/** With Heropenen the team has it again, and a message that was not sent yet is not sent. */
export function withoutPassedOn(d: Dialogue, event: Happened): Dialogue {
  if (event.type !== 'reopened') return d;
  const { passedOn, ...rest } = d;
  return passedOn === undefined ? d : rest;
}
