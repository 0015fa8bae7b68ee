import { type Person } from '../../people.ts';
import { type Dialogue } from '../dialogue.ts';
import { changedWork } from '../evolve-holding.ts';
import { type Happened } from '../messages.ts';

/** What becomes of asking a department; null: the event is about something else. */
export function applyDepartment(d: Dialogue, event: Happened): Dialogue | null {
  switch (event.type) {
    case 'departmentAsked':
      return asks(d, event);
    case 'takeOverAsked': {
      const { name, email } = event.by;
      return asks(d, event, { takeOver: { name, email } });
    }
    case 'takeOverDropped':
      return { ...d, askedDepartment: null, work: changedWork(d) };
    case 'departmentUnreachable': {
      const asked = d.askedDepartment && {
        ...d.askedDepartment,
        unreachable: [...d.askedDepartment.unreachable, event.email],
      };
      if (!asked) return d;
      // Whoever asked it to take over may be typing on the work card: the root card tells.
      return { ...d, askedDepartment: asked, ...(asked.takeOver ? {} : { work: changedWork(d) }) };
    }
    default:
      return null;
  }
}

type Asked = Extract<Happened, { type: 'departmentAsked' | 'takeOverAsked' }>;

function asks(
  d: Dialogue,
  { department, people, at: since }: Asked,
  more: { readonly takeOver?: Person } = {},
): Dialogue {
  return {
    ...d,
    askedDepartment: { round: d.version + 1, department, people, since, unreachable: [], ...more },
    work: changedWork(d),
  };
}

/** Nobody is asked any more for a yes once the text is off the table, nor to take over once it is over. */
export function askedNoMore(d: Dialogue): Dialogue {
  const { askedDepartment: asked, stage } = d;
  if (!asked) return d;
  const open = asked.takeOver ? stage.name !== 'closed' && stage.name !== 'setAside' : stage.name === 'drafted';
  return open ? d : { ...d, askedDepartment: null };
}
