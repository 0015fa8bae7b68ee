import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { courseLines } from './course.ts';
import { fallbackText } from './matter.ts';
import { type ReplyModel } from './card-models.ts';
import { type Words } from './words.ts';

/** What every card about a dialogue has around its own content. */
export function frameOf(view: DialogueView, words: Words): Pick<ReplyModel, 'lang' | 'fallback' | 'practice'> {
  return {
    lang: words.language,
    fallback: fallbackText(view, words),
    practice: view.dialogue.mode === 'practice' ? words.say('practice.banner') : '',
  };
}

/** The course of events, folded away. */
export function courseOf(view: DialogueView, words: Words): ReplyModel['course'] {
  const lines = courseLines(view, words);
  return { title: words.say('course'), lines, any: lines.length > 0 };
}
