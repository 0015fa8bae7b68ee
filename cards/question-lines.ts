import { type ShownQuestion } from '../services/domain/dialogue/questions/question-view.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type Line, line, run } from './lines.ts';
import { type Words } from './words.ts';

/** For whom we wait, by when, and by which telephone number they are reached. */
export function waitingFor(
  { question, now, phone }: ShownQuestion,
  { at }: Pick<DialogueView, 'at'>,
  words: Words,
): readonly Line[] {
  const { name } = now.who;
  const text =
    question.state === 'team'
      ? words.say('question.nobody', { name })
      : words.say('question.waits', { name, moment: words.moment(now.due, at) });
  const number = phone === null ? '' : ` · ${phone}`;
  const { reach } = now;
  const where =
    reach.in === 'channel' ? words.say('question.channel', { channel: reach.name }) : words.say('question.thread');
  return [
    line(run(`${text}${number}`, { weight: 'Bolder' })),
    ...(reach.in === 'chat' ? [] : [line(run(where, { isSubtle: true, size: 'Small' }))]),
  ];
}

/** On the root card: what colleagues were asked and did not answer yet. */
export function openQuestionLines(view: DialogueView, words: Words): readonly Line[] {
  return view.questions
    .filter(({ question: { state } }) => state === 'open' || state === 'team')
    .flatMap((one) => waitingFor(one, view, words));
}
