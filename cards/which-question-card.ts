import { type AdaptiveCard, type Choice } from './adaptive-card.ts';
import { field } from './elements.ts';
import { formCard } from './form-card.ts';
import { cut, literal } from './literal-text.ts';
import { COLLEAGUE_INPUTS } from './verbs.ts';
import { type Words } from './words.ts';

/** As much of a question as fits in a list, and as much of an answer as a form holds. UTF-16 units. */
const TITLE = 80;
const ANSWER = 2_000;

/** One of several questions that somebody can be answering. */
export interface Answerable {
  readonly dialogue: string;
  readonly question: string;
  /** Who asked, and what; null: its words are gone. */
  readonly by: string;
  readonly text: string | null;
}

/** Somebody typed an answer and was asked more than one thing: which is it? What they typed stands there already. */
export function whichQuestionCard(open: readonly Answerable[], text: string, words: Words): AdaptiveCard {
  const choices: readonly Choice[] = open.map(({ dialogue, question, by, text: asked }) => ({
    title: `${by}: ${cut(literal(asked ?? words.say('question.gone')).replace(/\s+/g, ' '), TITLE).text}`,
    value: `${question} ${dialogue}`,
  }));
  const title = words.say('button.answerQuestion');
  return formCard(
    'colleague',
    words,
    [
      {
        type: 'Input.ChoiceSet',
        id: COLLEAGUE_INPUTS.which,
        label: words.say('colleague.which.label'),
        isRequired: true,
        errorMessage: words.say('colleague.which.error'),
        style: 'expanded',
        wrap: true,
        choices,
      },
      field(COLLEAGUE_INPUTS.answer, words.say('colleague.answer'), {
        isMultiline: true,
        value: text.slice(0, ANSWER),
      }),
    ],
    [{ type: 'Action.Execute', title, verb: 'answerQuestion', data: {}, style: 'positive' }],
  );
}
