import { type Refusal } from '../domain/dialogue/refusal.ts';
import { type Member } from '../domain/people.ts';
import { actOnDialogue } from './act-on-dialogue.ts';
import { type World } from './world.ts';

/** What becomes of one dialogue at the end of a shift. */
export interface ShiftChoice {
  readonly dialogue: string;
  readonly what: 'keep' | 'release' | 'handOver';
}

/** Carries the choices out one by one, each on its own: a no to one holds no other up. `next`: e-mail of who gets them. */
export async function settleShift(
  world: World,
  by: Member,
  choices: readonly ShiftChoice[],
  next: string,
  operation: string,
): Promise<{ readonly done: number; readonly refusals: readonly Refusal[] }> {
  let done = 0;
  const refusals: Refusal[] = [];
  for (const { dialogue, what } of choices) {
    if (what === 'keep') continue;
    const command =
      what === 'release'
        ? ({ type: 'release', by } as const)
        : ({ type: 'handOver', by, to: next, remark: '', text: '' } as const);
    const { refusal, stored } = await actOnDialogue(world, dialogue, command, { operation });
    if (refusal !== null) refusals.push(refusal);
    else if (stored !== null) done += 1;
  }
  return { done, refusals };
}
