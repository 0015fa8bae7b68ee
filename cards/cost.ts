import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type Line, line } from './lines.ts';
import { type Words } from './words.ts';

/** With a scheme, with www, or a bare name of a kind that Dutch authorities and citizens use. */
const LINK = /(?:https?:\/\/|\bwww\.)\S|\b[\w-]+\.(?:nl|com|org|eu|net|info|gov|frl|amsterdam)\b/i;

/** A link makes a post dearer on X when its author did not mention us: $ 0.20 and not 0.015 (price list of April 2026). */
export function linkCostLines({ dialogue, onlyByHand }: DialogueView, words: Words): readonly Line[] {
  const paid = dialogue.network === 'x' && dialogue.mode === 'live' && !dialogue.asked && !onlyByHand;
  return paid && LINK.test(dialogue.concept?.text ?? '') ? [line(words.say('reply.dear'))] : [];
}
