import { hasRole, type Member } from '../../people.ts';
import { asHolder, othersDialogue } from '../decide-holding.ts';
import { happen } from '../decision.ts';
import { type Dialogue, samePerson } from '../dialogue.ts';
import { type Facts } from '../facts.ts';
import { type Decision } from '../messages.ts';
import { keepText } from '../reply-text.ts';
import { type HandOver } from './messages.ts';

/** The longest remark, in UTF-16 units. */
export const LONGEST_REMARK = 1_000;

/**
 * Who holds a dialogue gives it to somebody of the team, drafts and all; also to who is off duty, and then the line says
 * so. It is undone as it was done, or by taking over.
 */
export function decideHandOver(
  dialogue: Dialogue,
  command: HandOver & { readonly by: Member },
  facts: Facts,
): Decision {
  const no = othersDialogue(dialogue, command.by);
  if (no !== null) return no;
  const kept = keepText(dialogue, command, facts);
  const to = colleague(command.to, facts.settings.team);
  if (to === undefined) return { events: kept, refusal: { code: 'no-colleague' } };
  if (samePerson(to, command.by)) return { events: kept, refusal: { code: 'already-yours' } };
  const remark = command.remark.trim().slice(0, LONGEST_REMARK);
  return happen(...kept, { type: 'handedOver', by: asHolder(command.by), to: asHolder(to), remark });
}

/** Who can hold a dialogue, by e-mail address or initials in any case. */
function colleague(named: string, team: readonly Member[]): Member | undefined {
  const name = named.trim().toLowerCase();
  return team
    .filter((member) => hasRole(member, 'webcare'))
    .find(({ email, initials }) => email === name || initials?.toLowerCase() === name);
}
