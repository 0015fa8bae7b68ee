/** The buttons in the chat of somebody of a department whose yes is asked. */
export const DEPARTMENT_VERBS = ['yesApprove', 'yesSendBack', 'yesTakeOver', 'yesStop'] as const;
export type DepartmentVerb = (typeof DEPARTMENT_VERBS)[number];

export function isDepartmentVerb(name: string): name is DepartmentVerb {
  return (DEPARTMENT_VERBS as readonly string[]).includes(name);
}

/** What they bring along: which asking, and the fingerprint of the text that is said yes to. */
export interface DepartmentButtonData {
  readonly dialogue: string;
  readonly round: number;
  readonly hash: string;
}
/** The id of their one input. */
export const DEPARTMENT_INPUT = 'yesRemark';
