import { type Dialogue } from './dialogue.ts';
import { heldUntil } from './promises/promise.ts';
import { waitsForColleague } from './questions/question.ts';

/** Whom a dialogue that somebody holds waits for. */
export type WaitsFor = 'approval' | 'colleague' | 'department' | 'promise';

/**
 * What keeps who holds a dialogue from going on, first that fits: one line for each. The claim stands still meanwhile, and
 * only an approver can be reminded of the norm.
 */
const WAITS: readonly (readonly [WaitsFor, (dialogue: Dialogue) => boolean])[] = [
  ['approval', ({ stage }) => stage.name === 'drafted' && stage.hitch === null],
  ['colleague', waitsForColleague],
  // It takes over, or not: who asked it is reminded of the norm, for a telephone is always there.
  ['department', ({ askedDepartment }) => askedDepartment?.takeOver !== undefined],
  // The citizen was told when the answer comes; that moment is the norm, and reminded of.
  ['promise', (dialogue) => heldUntil(dialogue) !== null],
];

/** For whom it waits; null: whoever has it can go on, or nobody has it. */
export function waitsFor(dialogue: Dialogue): WaitsFor | null {
  return WAITS.find(([, waits]) => waits(dialogue))?.[0] ?? null;
}
