import { type Dialogue } from '../dialogue/dialogue.ts';
import { type Facts } from '../dialogue/facts.ts';
import { isListed } from '../dialogue/listed/place-in-storm.ts';

/**
 * Whether nobody is reminded of this dialogue now: in a storm everybody knows that much waits, and what is on a list has no
 * thread to be reminded in. Afterwards the list of who heard nothing is the reminder.
 */
export function isQuiet(dialogue: Pick<Dialogue, 'mode' | 'storm'>, { storms = [] }: Pick<Facts, 'storms'>): boolean {
  return isListed(dialogue) || storms.some(({ practice }) => practice === (dialogue.mode === 'practice'));
}
