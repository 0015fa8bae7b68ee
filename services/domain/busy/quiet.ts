import { clockOf } from '../dialogue/by-time/clock.ts';
import { openDue } from '../dialogue/by-time/open-due.ts';
import { type Dialogue } from '../dialogue/dialogue.ts';
import { type Facts } from '../dialogue/facts.ts';
import { inOrder } from './lists.ts';
import { type Storm } from './storm.ts';

/**
 * For which storm (its name) nobody is reminded of this dialogue now; null: they are. In a storm everybody knows that much
 * waits, and what is on a list has no thread to be reminded in. What was to be told meanwhile is told by the closing list.
 */
export function quietFor(
  { mode, storm }: Pick<Dialogue, 'mode' | 'storm'>,
  { storms = [] }: Pick<Facts, 'storms'>,
): string | null {
  if (storm?.listed === true) return storm.id;
  return storms.find(({ practice }) => practice === (mode === 'practice'))?.id ?? null;
}

/** Of which nobody was reminded because of a storm, and that still waits for the same answer: of what it did not bring itself. */
export function keptSilent(open: readonly Dialogue[], storm: Storm): readonly Dialogue[] {
  return inOrder(open.filter((dialogue) => isKeptSilent(dialogue, storm)));
}

function isKeptSilent(dialogue: Dialogue, { id }: Storm): boolean {
  const { nudged } = clockOf(dialogue);
  const due = openDue(dialogue);
  return due !== null && nudged?.storm === id && nudged.due === due && dialogue.storm?.id !== id;
}

/** Whether its claim stood still in a storm that is over, and has not begun anew. */
export function stoodStill(dialogue: Dialogue, { practice, off }: Storm, storms: Facts['storms']): boolean {
  const { lease } = clockOf(dialogue);
  if ((dialogue.mode === 'practice') !== practice || off === null || lease === null) return false;
  return lease.from < off.at && quietFor(dialogue, { storms: storms ?? [] }) === null;
}
