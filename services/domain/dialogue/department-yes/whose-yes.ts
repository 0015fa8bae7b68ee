import { hasRole, type Member, type Person } from '../../people.ts';
import { type Department, type Settings } from '../../work-instruction/instruction.ts';
import { type SaysYes, saysYes } from '../../work-instruction/says-yes.ts';
import { type Dialogue, samePerson } from '../dialogue.ts';

/** Whose yes a reply in this dialogue needs. An own post speaks for the municipality, and an approver looks at it. */
export function whoseYes(dialogue: Dialogue, settings: Settings): SaysYes {
  return dialogue.own ? { who: 'approver' } : saysYes(settings, dialogue);
}

export function isOf({ people }: Department, by: Person): boolean {
  return people.some((one) => samePerson(one, by));
}

/**
 * Who submitted a text never approves it. Where a department must say yes it is one of its people, on the team or not, and
 * no approver of the team; otherwise the role decides.
 */
export function mayApprove(dialogue: Dialogue, by: Member, settings: Settings): boolean {
  return maySay(whoseYes(dialogue, settings), dialogue, by);
}

export function maySay(yes: SaysYes, { stage }: Dialogue, by: Member): boolean {
  if (stage.name === 'drafted' && samePerson(stage.submittedBy, by)) return false;
  if (yes.who === 'department') return isOf(yes.department, by);
  return hasRole(by, 'approver') && !hasRole(by, 'trainee');
}

/** A yes that was given counts as long as nothing graver came: then the department that is named now must have given it. */
export function stillCounts(dialogue: Dialogue, given: Person, settings: Settings): boolean {
  const yes = whoseYes(dialogue, settings);
  return yes.who !== 'department' || isOf(yes.department, given);
}

/** The words that send somebody on to the department that must be asked: they need nobody's yes. null: there are none. */
export function referralOf(dialogue: Dialogue, settings: Settings): string | null {
  const yes = whoseYes(dialogue, settings);
  return yes.who === 'department' ? (yes.department.referral ?? null) : null;
}
