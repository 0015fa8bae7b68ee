import { type Settings } from '../work-instruction/instruction.ts';
import { type Dialogue } from './dialogue.ts';
import { type Hitch } from './publication.ts';

/**
 * Known beforehand: X's self-serve plans take no reply by program to who did not mention us (since 2026-02-23). A person
 * places the approved text on X, and no call is made.
 */
export function onlyByHand(dialogue: Pick<Dialogue, 'network' | 'asked'>, settings: Settings): boolean {
  return dialogue.network === 'x' && !dialogue.asked && settings.x.plan === 'self-serve';
}

/** Whether a text that is back on the table has the way on that a person places it on the network. */
export function mayPlaceByHand({ why, reason }: Hitch): boolean {
  return why === 'by-hand' || why === 'misplaced' || (why === 'refused' && reason === 'reply-not-allowed');
}
