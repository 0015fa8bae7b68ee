import { MANUAL } from '../post.ts';
import { type Settings } from '../work-instruction/instruction.ts';
import { type Dialogue } from './dialogue.ts';
import { postToAnswer } from './what-to-answer.ts';
import { type Hitch } from './publication.ts';

/**
 * Known beforehand: what was brought in by hand is answered by hand; X's self-serve plans take no reply by program to who
 * did not mention us (since 2026-02-23), and on any plan an author can allow replies to some people only. A person places
 * the approved text, and no call is made.
 */
export function onlyByHand(dialogue: Dialogue, settings: Settings): boolean {
  if (dialogue.network === MANUAL) return true;
  if (dialogue.network !== 'x' || dialogue.asked || dialogue.own) return false;
  return settings.x.plan === 'self-serve' || someMayReply(dialogue);
}

/** Whether the author of the post to answer lets only some people reply, and does not mention us: X may take no reply of ours at all. */
export function someMayReply(dialogue: Dialogue): boolean {
  return !dialogue.asked && postToAnswer(dialogue)?.limited === true;
}

/**
 * The account a reply goes from; '' where people answer from wherever the message came in, which we do not know. null:
 * there is none to reply from.
 */
export function replyAccountOf({ account, network }: Pick<Dialogue, 'account' | 'network'>): string | null {
  return account ?? (network === MANUAL ? '' : null);
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
