import { type Dialogue } from './dialogue.ts';
import { answeredOutside, nothingToAnswer, postToAnswer } from './what-to-answer.ts';
import { type Refusal } from './refusal.ts';

/** The card was drawn before the newest words, of the citizen or of us elsewhere: they must be read before placing. */
export function unread(dialogue: Dialogue, seen: number): Refusal | null {
  const { posts, wroteAt, forgotAt } = dialogue;
  if (seen >= wroteAt) return null;
  if (nothingToAnswer(dialogue)) return { code: 'post-gone' };
  if (answeredOutside(dialogue) !== undefined) return { code: 'answered-outside' };
  if (wroteAt === forgotAt) return { code: 'citizen-deleted' };
  return { code: posts.some(({ edited }) => edited?.version === wroteAt) ? 'citizen-edited' : 'citizen-wrote' };
}

/** What was seen is no longer what would be placed: our text, or the words that it answers. */
export function whatChanged(dialogue: Dialogue): 'post-gone' | 'answered-outside' | 'citizen-edited' | 'text-changed' {
  if (nothingToAnswer(dialogue)) return 'post-gone';
  if (answeredOutside(dialogue) !== undefined) return 'answered-outside';
  const edited = postToAnswer(dialogue)?.edited?.at ?? -Infinity;
  return edited > (dialogue.concept?.at ?? 0) ? 'citizen-edited' : 'text-changed';
}
