import { replyAccountOf } from '../services/domain/dialogue/by-hand.ts';
import { nothingToAnswer } from '../services/domain/dialogue/what-to-answer.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';

/** Whether a reply of ours can come to stand on the network: there is an account for it, and something to answer. */
export function canReply({ dialogue }: DialogueView): boolean {
  return dialogue.mode !== 'listening' && replyAccountOf(dialogue) !== null && !nothingToAnswer(dialogue);
}
