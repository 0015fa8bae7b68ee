import { type Settings } from '../work-instruction/instruction.ts';
import { type Dialogue, postToAnswer } from './dialogue.ts';
import { type Hitch } from './publication.ts';

/**
 * Known beforehand: X's self-serve plans take no reply by program to who did not mention us (since 2026-02-23), and on any
 * plan an author can allow replies to some people only. A person places the approved text on X, and no call is made.
 */
export function onlyByHand(dialogue: Dialogue, settings: Settings): boolean {
  if (dialogue.network !== 'x' || dialogue.asked) return false;
  return settings.x.plan === 'self-serve' || someMayReply(dialogue);
}

/** Whether the author of the post to answer lets only some people reply, and does not mention us: X may take no reply of ours at all. */
export function someMayReply(dialogue: Dialogue): boolean {
  return !dialogue.asked && postToAnswer(dialogue)?.limited === true;
}

/** Whether a text that is back on the table has the way on that a person places it on the network. */
export function mayPlaceByHand({ why, reason }: Hitch): boolean {
  return (
    why === 'by-hand' ||
    why === 'misplaced' ||
    why === 'unsure' ||
    (why === 'refused' && reason === 'reply-not-allowed')
  );
}
