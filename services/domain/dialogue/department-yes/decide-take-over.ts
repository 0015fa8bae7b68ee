import { type Member } from '../../people.ts';
import { othersDialogue } from '../decide-holding.ts';
import { happen } from '../decision.ts';
import { type Dialogue } from '../dialogue.ts';
import { type Facts } from '../facts.ts';
import { type Decision } from '../messages.ts';
import { keepText } from '../reply-text.ts';
import { type AskTakeOver } from './messages.ts';
import { whoseYes } from './whose-yes.ts';

/**
 * The department whose yes it takes is asked to take the dialogue over, before there is any text; or no longer. Asked
 * once: a press that is repeated asks nobody again.
 */
export function decideTakeOver(
  dialogue: Dialogue,
  command: AskTakeOver & { readonly by: Member },
  facts: Facts,
): Decision {
  const no = othersDialogue(dialogue, command.by);
  if (no !== null) return no;
  const kept = keepText(dialogue, command, facts);
  const by = { name: command.by.name, email: command.by.email };
  const asked = dialogue.askedDepartment?.takeOver !== undefined;
  if (command.type === 'dropTakeOver')
    return happen(...kept, ...(asked ? [{ type: 'takeOverDropped', by } as const] : []));
  if (asked) return happen(...kept);
  const yes = whoseYes(dialogue, facts.settings);
  if (yes.who !== 'department' || yes.department.people.length === 0)
    return { events: kept, refusal: { code: 'no-department' } };
  const { name: department, people } = yes.department;
  return happen(...kept, { type: 'takeOverAsked', by, department, people });
}
