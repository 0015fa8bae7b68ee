import { type Member } from '../../people.ts';
import { asHolder, othersDialogue } from '../decide-holding.ts';
import { happen } from '../decision.ts';
import { type Dialogue, samePerson } from '../dialogue.ts';
import { type Facts } from '../facts.ts';
import { type Decision } from '../messages.ts';
import { keepText } from '../reply-text.ts';
import { colleagueNamed, departmentsFor, fold } from './departments.ts';
import { type HandOver } from './messages.ts';

/** The longest remark, in UTF-16 units. */
export const LONGEST_REMARK = 1_000;

/**
 * Who holds a dialogue gives it to somebody of the team, drafts and all; also to who is off duty, and then the line says
 * so. It is undone as it was done, or by taking over. A department takes it out of the channel; that ends it here, and
 * Heropenen undoes it.
 */
export function decideHandOver(
  dialogue: Dialogue,
  command: HandOver & { readonly by: Member },
  facts: Facts,
): Decision {
  const no = othersDialogue(dialogue, command.by);
  if (no !== null) return no;
  const kept = keepText(dialogue, command, facts);
  const remark = command.remark.trim().slice(0, LONGEST_REMARK);
  const to = colleagueNamed(command.to, facts.settings.team);
  if (to === undefined) {
    const department = departmentsFor(dialogue, facts.settings).find(({ name }) => fold(name) === fold(command.to));
    if (department === undefined) return { events: kept, refusal: { code: 'no-colleague' } };
    const { name, phone, people } = department;
    const by = { name: command.by.name, email: command.by.email };
    const { due } = dialogue;
    return happen(...kept, { type: 'passedOn', by, department: name, phone, people, remark, due });
  }
  if (samePerson(to, command.by)) return { events: kept, refusal: { code: 'already-yours' } };
  return happen(...kept, { type: 'handedOver', by: asHolder(command.by), to: asHolder(to), remark });
}
