import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type Words } from './words.ts';

/** Who may say yes now, or who can and when. */
export function approversInWords({ approvers, nextApprover, at }: DialogueView, words: Words): string {
  if (approvers.length > 0)
    return words.say('approvers.now', { names: words.either(approvers.map(({ name }) => name)) });
  if (nextApprover === null) return words.say('approvers.nobody');
  return words.say('approvers.next', {
    name: nextApprover.member.name,
    moment: words.moment(nextApprover.from, at),
  });
}
