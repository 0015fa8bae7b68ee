/** The buttons on cards about a storm. */
export const BUSY_VERBS = [
  'busyOn',
  'busyOff',
  'callForHelp',
  'helpYes',
  'helpNo',
  'takeNext',
  'writeMany',
  'submitMany',
  'approveMany',
  'sendBackMany',
  'stopMany',
] as const;
export type BusyVerb = (typeof BUSY_VERBS)[number];

export function isBusyVerb(name: string): name is BusyVerb {
  return (BUSY_VERBS as readonly string[]).includes(name);
}

/** What such a button brings along. */
export interface BusyData {
  readonly storm: string;
  readonly practice: boolean;
  /** Of which list; null: of what fits no topic. Not there: of any. */
  readonly topic?: string | null;
  /** Name of the text for many, and the fingerprint of what is said yes to. */
  readonly text?: string;
  readonly hash?: string;
  readonly form?: string;
}

export const BUSY_INPUTS = { template: 'manyTemplate', municipality: 'manyTown', remark: 'manyRemark' } as const;
