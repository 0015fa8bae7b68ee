import { ALLOWED, type PersonCommandType } from '../services/domain/dialogue/transitions.ts';
import { type Askable, type ShownQuestion } from '../services/domain/dialogue/questions/question-view.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type CardElement, type Choice, type ShowCardAction } from './adaptive-card.ts';
import { buttonsOn, foldOut } from './buttons.ts';
import { type ColleaguesModel } from './card-models.ts';
import { mainPost } from './citizen-words.ts';
import { takeOverButtons, takeOverLines } from './department-line.ts';
import { field } from './elements.ts';
import { canReply } from './can-reply.ts';
import { holdingInput, holdingWay, keptHolding, momentInputs } from './later-form.ts';
import { run, shortenedLines, subtleLine } from './lines.ts';
import { literal } from './literal-text.ts';
import { waitingFor } from './question-lines.ts';
import { INPUTS } from './verbs.ts';
import { type Words } from './words.ts';

/** More than one looks through in a list; anybody else is asked by e-mail address. */
const MOST_COLLEAGUES = 20;
/** UTF-16 units, with what else the card holds. */
const QUESTION = 300;
const ANSWER = 500;
/** Older answers are in the thread. */
const MOST_ANSWERS = 2;

/** What the work card shows of questions to colleagues: who is asked, what they answered, and the way to ask. */
export function colleaguesOn(view: DialogueView, generation: number, words: Words): ColleaguesModel {
  const open = view.questions.filter(({ question: { state } }) => state === 'open' || state === 'team');
  const answered = answersOf(view);
  const button = buttonsOn(view, 'work', generation, words);
  const into = answered.map(({ question, answer }) => {
    const { title, ...rest } = button('intoConcept', { data: { question: question.id, answer: answer.id } });
    return { ...rest, title: answered.length === 1 ? title : `${title}: ${answer.by.name}` };
  });
  const allowed: readonly PersonCommandType[] = ALLOWED[view.dialogue.stage.name];
  return {
    lines: [...takeOverLines(view, words), ...open.flatMap((one) => waitingFor(one, view, words))],
    answers: answered.flatMap(({ question, answer, text }) => [
      subtleLine(words.say('question.answer', { name: answer.by.name, moment: words.moment(answer.at, view.at) })),
      ...(answer.recordedBy === null
        ? []
        : [subtleLine(words.say('question.recorded', { name: answer.recordedBy.name }))]),
      ...(question.state === 'withdrawn' ? [subtleLine(words.say('question.late'))] : []),
      ...shortenedLines(literal(text ?? words.say('question.gone')), ANSWER, words),
    ]),
    actions: [
      ...into,
      ...takeOverButtons(view, button, words),
      ...(view.dialogue.own || !allowed.includes('ask') ? [] : [askForm(view, generation, words)]),
      ...(open.length === 0 ? [] : [openForm(open, view, generation, words)]),
    ],
  };
}

/** The newest answers, oldest first. */
function answersOf({ questions }: DialogueView) {
  return questions
    .flatMap(({ question, answers }) => answers.slice(-1).map((one) => ({ question, ...one })))
    .sort((one, other) => one.answer.at - other.answer.at)
    .slice(-MOST_ANSWERS);
}

export function colleagueChoices(colleagues: readonly Askable[]): readonly Choice[] {
  return colleagues.slice(0, MOST_COLLEAGUES).map(({ department, person, phone }) => ({
    title: [`${person.name}, ${department}`, phone].filter((part) => part !== null).join(' · '),
    value: `${person.email}|${department}`,
  }));
}

function askForm(view: DialogueView, generation: number, words: Words): ShowCardAction {
  const { colleagues, suggested, due } = view.asking;
  const choices = colleagueChoices(colleagues);
  const choice: CardElement = {
    type: 'Input.ChoiceSet',
    id: INPUTS.askTo,
    label: words.say('ask.to'),
    placeholder: words.say('ask.to.choose'),
    style: 'compact',
    wrap: true,
    choices,
    ...(suggested ? { value: choices[0]?.value ?? '' } : {}),
  };
  return foldOut(
    words.say('button.navragen'),
    [
      ...(choices.length === 0 ? [] : [choice]),
      field(INPUTS.askMail, words.say(choices.length === 0 ? 'ask.mail' : 'ask.mail.instead'), {}),
      field(INPUTS.askText, words.say('ask.text'), { isMultiline: true, value: prefilled(view, words) }),
      {
        type: 'Input.Toggle',
        id: INPUTS.askNamed,
        label: words.say('ask.named.label'),
        title: words.say('ask.named'),
        value: 'false',
        wrap: true,
      },
      {
        type: 'RichTextBlock',
        inlines: [run(words.say('ask.due', { moment: words.moment(due, view.at) }), { isSubtle: true, size: 'Small' })],
      },
      ...(canReply(view) ? holdingInputs(view, words) : []),
    ],
    [buttonsOn(view, 'work', generation, words)('ask', { look: { style: 'positive' } })],
  );
}

/** The citizen is told at once when the answer comes, only when that is ticked: with the text that stands here. */
function holdingInputs(view: DialogueView, words: Words): readonly CardElement[] {
  const at = keptHolding(view)?.holds ?? view.asking.promise;
  return [
    {
      type: 'Input.Toggle',
      id: INPUTS.askHold,
      label: words.say('ask.hold.label'),
      title: words.say(`ask.${holdingWay(view)}`),
      value: 'false',
      wrap: true,
      separator: true,
    },
    ...momentInputs(at, { day: INPUTS.askHoldDay, time: INPUTS.askHoldTime }, words),
    holdingInput(INPUTS.askHoldText, view, words),
  ];
}

/** The citizen's words, masked, and without who they are. */
function prefilled(view: DialogueView, words: Words): string {
  const { handle, name } = view.dialogue.citizen;
  const somebody = `[${words.say('mask.citizen')}]`;
  return [`@${handle}`, name]
    .filter((one) => one.length > 2)
    .reduce((text, one) => text.replaceAll(one, somebody), literal(mainPost(view)?.text ?? ''))
    .trim()
    .slice(0, QUESTION);
}

/** What is done with a question that is open: write down what was said, or take it back. */
function openForm(
  open: readonly ShownQuestion[],
  view: DialogueView,
  generation: number,
  words: Words,
): ShowCardAction {
  const [first] = open;
  const button = buttonsOn(view, 'work', generation, words);
  const choices = open.map(({ question, now, text }) => ({
    title: `${now.who.name}: ${(text ?? '').slice(0, 60)}`,
    value: question.id,
  }));
  return foldOut(
    words.say('button.recordAnswer'),
    [
      ...(open.length === 1
        ? []
        : [
            {
              type: 'Input.ChoiceSet',
              id: INPUTS.question,
              label: words.say('record.question'),
              value: first?.question.id ?? '',
              style: 'compact',
              wrap: true,
              choices,
            },
          ]),
      field(INPUTS.recordWho, words.say('record.who'), { value: open.length === 1 ? (first?.now.who.name ?? '') : '' }),
      field(INPUTS.recordText, words.say('record.text'), { isMultiline: true }),
    ],
    (['recordAnswer', 'withdrawQuestion'] as const).map((verb) =>
      button(verb, open.length === 1 ? { data: { question: first?.question.id ?? '' } } : {}),
    ),
  );
}
