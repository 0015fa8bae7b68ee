import { nothingToAnswer } from '../services/domain/dialogue/what-to-answer.ts';
import { ALLOWED } from '../services/domain/dialogue/transitions.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type Line, line, run } from './lines.ts';
import { type Words } from './words.ts';

/** By when an answer is due, in words; `text` is '' where nothing waits for an answer any more. */
export function dueInWords(
  { dialogue, at }: DialogueView,
  words: Words,
): { readonly text: string; readonly late: boolean } {
  const { name } = dialogue.stage;
  const open = !dialogue.own && (name === 'waiting' || name === 'claimed' || name === 'drafted' || name === 'approved');
  if (!open) return { text: '', late: false };
  if (nothingToAnswer(dialogue)) {
    const options = endings({ dialogue }, words);
    return { text: options === '' ? '' : words.say('due.gone', { options }), late: false };
  }
  if (dialogue.due === null) return { text: name === 'approved' ? '' : words.say('due.none'), late: false };
  const late = at >= dialogue.due;
  const moment = words.moment(dialogue.due, at);
  const stem = dialogue.promise?.holding && dialogue.promise.at === dialogue.due ? 'promised' : null;
  if (stem !== null) return { text: words.say(late ? 'due.promised.late' : 'due.promised', { moment }), late };
  return { text: words.say(late ? 'due.late' : 'due.before', { moment }), late };
}

/** The same as a line of its own; none where nothing waits. */
export function dueLines(view: DialogueView, words: Words): readonly Line[] {
  const { text, late } = dueInWords(view, words);
  const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return text === '' ? [] : [line(run(sentence, late ? { color: 'Attention', weight: 'Bolder' } : {}))];
}

/** What ends a dialogue from here without a reply, by the names of the buttons; '' when nothing does. */
export function endings({ dialogue }: Pick<DialogueView, 'dialogue'>, words: Words): string {
  const ends = ALLOWED[dialogue.stage.name].filter((verb) => verb === 'setAside' || verb === 'finish');
  return ends.length === 0 ? '' : words.either(ends.map((verb) => words.say(`button.${verb}`)));
}
