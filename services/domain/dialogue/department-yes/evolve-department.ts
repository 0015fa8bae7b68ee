import { type Dialogue } from '../dialogue.ts';
import { changedWork } from '../evolve-holding.ts';
import { type Happened } from '../messages.ts';

/** What becomes of asking a department; null: the event is about something else. */
export function applyDepartment(d: Dialogue, event: Happened): Dialogue | null {
  switch (event.type) {
    case 'departmentAsked': {
      const { department, people, at: since } = event;
      return {
        ...d,
        askedDepartment: { round: d.version + 1, department, people, since, unreachable: [] },
        work: changedWork(d),
      };
    }
    case 'departmentUnreachable': {
      const asked = d.askedDepartment && {
        ...d.askedDepartment,
        unreachable: [...d.askedDepartment.unreachable, event.email],
      };
      return asked ? { ...d, askedDepartment: asked, work: changedWork(d) } : d;
    }
    default:
      return null;
  }
}

/** Nobody is asked any more once the text is no longer on the table. */
export function askedNoMore(d: Dialogue): Dialogue {
  return d.askedDepartment && d.stage.name !== 'drafted' ? { ...d, askedDepartment: null } : d;
}
