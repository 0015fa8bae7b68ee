import { type PersonCommand } from './messages.ts';
import { type StageName } from './dialogue.ts';

export type PersonCommandType = PersonCommand['type'];

/**
 * Which commands of people each stage allows; who may give them is the decision's business. The cards take their
 * buttons from this same table, in this order. A command that is not listed is refused with `not-now`.
 */
export const ALLOWED = {
  waiting: [
    'claim',
    'setAside',
    'remove',
    'comeBack',
    'dropReturn',
    'takeToDepartment',
    'ask',
    'withdrawQuestion',
    'recordAnswer',
  ],
  claimed: [
    'place',
    'submit',
    'keep',
    'useAnswer',
    'hold',
    'comeBack',
    'dropReturn',
    'handOver',
    'askTakeOver',
    'dropTakeOver',
    'takeToDepartment',
    'takeOver',
    'release',
    'setAside',
    'finish',
    'reveal',
    'remove',
    'ask',
    'withdrawQuestion',
    'recordAnswer',
    'intoConcept',
  ],
  drafted: [
    'approve',
    'retry',
    'reportPlaced',
    'goPublic',
    'amend',
    'amendAndPlace',
    'sendBack',
    'comeBack',
    'dropReturn',
    'handOver',
    'takeToDepartment',
    'takeOver',
    'release',
    'finish',
    'reveal',
    'remove',
    'ask',
    'withdrawQuestion',
    'recordAnswer',
  ],
  approved: ['stop', 'reveal', 'remove', 'comeBack', 'dropReturn', 'withdrawQuestion', 'recordAnswer'],
  answered: [
    'finish',
    'remove',
    'reveal',
    'comeBack',
    'dropReturn',
    'takeToDepartment',
    'withdrawQuestion',
    'recordAnswer',
  ],
  closed: ['reopen', 'remove', 'comeBack', 'dropReturn'],
  setAside: ['reopen', 'remove', 'comeBack', 'dropReturn'],
} as const satisfies Record<StageName, readonly PersonCommandType[]>;

export function allows(stage: StageName, command: PersonCommandType): boolean {
  return (ALLOWED[stage] as readonly PersonCommandType[]).includes(command);
}

/** The five steps of the practice; every card shows which one the dialogue is in. */
export const STEPS = ['listen', 'interpret', 'think', 'channel', 'dialogue'] as const;
export type Step = (typeof STEPS)[number];

/** Stage → step. Setting aside is a decision taken while thinking. */
export const STEP_OF = {
  waiting: 'listen',
  claimed: 'interpret',
  drafted: 'think',
  approved: 'channel',
  answered: 'dialogue',
  closed: 'dialogue',
  setAside: 'think',
} as const satisfies Record<StageName, Step>;
