import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type AdaptiveCard } from './adaptive-card.ts';
import { becameLines, newerLine } from './became.ts';
import { spareLines } from './spare-text.ts';
import { replyCard } from './reply-card.ts';
import { type Words } from './words.ts';

/** A work card that nothing more is done on: one line tells what became of it. It has no buttons. */
export function endedCard(view: DialogueView, generation: number, words: Words): AdaptiveCard {
  const newest = generation === view.dialogue.work.generation;
  return replyCard(view, words, {
    head: words.say('ended.head'),
    style: 'default',
    notes: newest ? becameLines(view, words) : [newerLine(view, generation, words), ...spareLines(view, words)],
    question: [],
    textLabel: '',
    text: [],
    footnotes: [],
    actions: [],
  });
}
