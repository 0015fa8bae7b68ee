import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type Line, line } from './lines.ts';
import { type Words } from './words.ts';

/** With a scheme, with www, or a bare name of a kind that Dutch authorities and citizens use. */
const LINK = /(?:https?:\/\/|\bwww\.)\S|\b[\w-]+\.(?:nl|com|org|eu|net|info|gov|frl|amsterdam)\b/i;

/** The page of X on which one writes to us in private. */
const INVITATION = 'x.com/messages/compose';

/**
 * A link makes a post dearer on X when its author did not mention us: $ 0.20 and not 0.015 (price list of April 2026). An answer with a link to who did
 * mention us most likely stays $ 0.01; the list leaves it open, so an invitation that nobody typed says so.
 */
export function linkCostLines(view: DialogueView, words: Words): readonly Line[] {
  const { dialogue, onlyByHand } = view;
  const paid = dialogue.network === 'x' && dialogue.mode === 'live' && !dialogue.asked && !onlyByHand;
  const invites = view.channel === 'public' && dialogue.asked && (dialogue.concept?.text ?? '').includes(INVITATION);
  if (dialogue.network === 'x' && dialogue.mode === 'live' && invites) return [line(words.say('reply.maybeDear'))];
  return paid && LINK.test(dialogue.concept?.text ?? '') ? [line(words.say('reply.dear'))] : [];
}
