import { type Department, type Kind, ruleFor, type Settings } from './instruction.ts';

/** What a dialogue is about, as far as the work instruction decides by it. */
export interface Matter {
  readonly kind: Kind;
  readonly topic: string | null;
  /** Id of the municipality; null when unknown. */
  readonly municipality: string | null;
}

/** Whose yes a reply needs before it is placed; `nobody`: who writes it places it. */
export type SaysYes =
  | { readonly who: 'nobody' }
  | { readonly who: 'approver' }
  | { readonly who: 'department'; readonly department: Department };

/**
 * A department that the work instruction names goes before an approver of the team: first the one of the kind
 * (`kinds.pers.ask`), then that of `approvalTopics`, which names matters, and the press is one although it is a kind of
 * message too. A kind that the work instruction does not know needs an approver.
 */
export function saysYes(settings: Pick<Settings, 'departments' | 'instruction'>, matter: Matter): SaysYes {
  const { approvalTopics } = settings.instruction;
  const rule = ruleFor(settings.instruction, matter.kind);
  const topics = [matter.kind, matter.topic].flatMap((one) =>
    one !== null && Object.hasOwn(approvalTopics, one) ? [approvalTopics[one]] : [],
  );
  for (const name of [rule.ask, ...topics]) {
    const department = departmentNamed(settings, name ?? null, matter.municipality);
    if (department !== null) return { who: 'department', department };
  }
  return rule.approval || topics.length > 0 ? { who: 'approver' } : { who: 'nobody' };
}

/** Each municipality may have a department of that name: its own goes before the one for all. */
function departmentNamed(
  { departments }: Pick<Settings, 'departments'>,
  name: string | null,
  municipality: string | null,
): Department | null {
  const named = departments.filter((one) => one.name === name);
  return (
    named.find((one) => one.municipality === municipality) ??
    named.find((one) => one.municipality === null) ??
    named[0] ??
    null
  );
}
