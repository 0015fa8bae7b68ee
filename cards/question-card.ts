import { MANUAL } from '../services/domain/post.ts';
import { type QuestionForColleague } from '../services/domain/dialogue/questions/question-for-colleague.ts';
import { type AdaptiveCard, type CardAction, type CardElement } from './adaptive-card.ts';
import { foldOut } from './buttons.ts';
import { box, field } from './elements.ts';
import { saidCard } from './form-card.ts';
import { type Line, line, run, shortenedLines } from './lines.ts';
import { literal, literalName, plainInMarkdown } from './literal-text.ts';
import { colleagueChoices } from './navragen.ts';
import { render } from './render.ts';
import { COLLEAGUE_INPUTS, type ColleagueButtonData, type ColleagueVerb } from './verbs.ts';
import { type Words } from './words.ts';

/** UTF-16 units that fit on a card of 28 KB, in any script. */
const QUESTION = 2_000;
const ANSWER = 2_000;
const CITIZEN = 1_000;

/** What a colleague outside the team gets: who asks, what it is about, the question, and where the answer goes. */
export function questionCard(asked: QuestionForColleague, words: Words): AdaptiveCard {
  const { state } = asked.shown.question;
  const title = words.say('colleague.title');
  const over = state === 'answered' || state === 'withdrawn' || !asked.current;
  const { inputs, actions } = over
    ? { inputs: overElements(asked, words), actions: correct(asked, words) }
    : open(asked, words);
  return render('form', {
    lang: words.language,
    fallback: words.say('fallback.form', { title }),
    title,
    lines: [
      ...(asked.mode === 'practice' ? [line(run(words.say('practice.banner'), { weight: 'Bolder' }))] : []),
      ...(over ? overLines(asked, words) : contextLines(asked, words)),
    ],
    inputs,
    actions,
  });
}

/** In the place of the form that asked which question it was. */
export function typedAnswerCard(words: Words): AdaptiveCard {
  return saidCard('colleague', [line(words.say('colleague.which.done'))], words);
}

/** One plain line for a notification: no words of the citizen. */
export function questionSummary({ shown, asked, at }: QuestionForColleague, words: Words): string {
  return words.say('colleague.summary', { name: shown.question.by.name, moment: words.moment(asked.due, at) });
}

/** A new message under the card. It is markdown to Teams. */
export function questionReminder({ shown, asked, reach, at }: QuestionForColleague, words: Words): string {
  return words.say(reach.in === 'chat' ? 'colleague.reminder' : 'colleague.reminder.channel', {
    name: plainInMarkdown(shown.question.by.name),
    moment: words.moment(asked.due, at),
  });
}

function contextLines({ organisation, shown }: QuestionForColleague, words: Words): readonly Line[] {
  return [line(words.say('colleague.who', { organisation, name: shown.question.by.name }))];
}

function open(
  asked: QuestionForColleague,
  words: Words,
): { inputs: readonly CardElement[]; actions: readonly CardAction[] } {
  const { question, text } = asked.shown;
  const due = words.say('colleague.due', { moment: words.moment(asked.asked.due, asked.at) });
  const typing = words.say(asked.reach.in === 'chat' ? 'colleague.how.chat' : 'colleague.how');
  return {
    inputs: [
      ...citizenElements(asked, words),
      box(words.say('colleague.question', { name: question.by.name }), questionLines(text, words)),
      box('', [line(run(due, { weight: 'Bolder' })), line(run(typing, { isSubtle: true, size: 'Small' }))]),
      field(COLLEAGUE_INPUTS.answer, words.say('colleague.answer'), { isMultiline: true }),
    ],
    actions: [
      button('answerQuestion', asked, words),
      ...(question.state === 'open' ? [notForMe(asked, words)] : []),
      ...(question.state === 'open' && !asked.asked.moreTime ? [button('askMoreTime', asked, words)] : []),
    ],
  };
}

function questionLines(text: string | null, words: Words): readonly Line[] {
  return text === null
    ? [line(run(words.say('question.gone'), { italic: true }))]
    : shortenedLines(literal(text), QUESTION, words);
}

/** What the citizen wrote, unless the question quotes it. */
function citizenElements(asked: QuestionForColleague, words: Words): readonly CardElement[] {
  const { words: said, citizen, municipality, network, via } = asked;
  const where = network === MANUAL ? words.label('via', via ?? '') : words.label('network', network);
  const name = citizen === null ? '' : literalName(citizen.name === '' ? citizen.handle : citizen.name);
  const handle = citizen === null || network === MANUAL ? '' : ` (@${literalName(citizen.handle)})`;
  const key = `colleague.citizen${citizen === null ? '' : '.named'}${municipality === null ? '' : '.town'}` as const;
  const who = words.say(key, { network: where, municipality: municipality ?? '', citizen: `${name}${handle}` });
  const quoted = said !== null && asked.shown.text?.includes(said.trim()) === true;
  const shown = said === null || quoted ? [] : shortenedLines(literal(said), CITIZEN, words);
  return [box(who, shown)];
}

function overLines(asked: QuestionForColleague, words: Words): readonly Line[] {
  const { question, now, answers } = asked.shown;
  const last = answers.at(-1)?.answer;
  if (question.state === 'withdrawn') return [line(words.say('colleague.withdrawn', { name: question.by.name }))];
  if (question.state === 'answered' && last !== undefined) {
    const mine = last.by.email === asked.asked.who.email;
    return [
      line(
        words.say(mine ? 'colleague.thanks' : 'colleague.answered', { name: last.by.name, asker: question.by.name }),
      ),
    ];
  }
  return [line(words.say('colleague.wentOn', { name: now.who.name }))];
}

/** What was asked, and what was answered by this very person; of another's answer nothing is shown. */
function overElements({ shown, asked }: QuestionForColleague, words: Words): readonly CardElement[] {
  const mine = shown.answers.findLast(({ answer }) => answer.by.email === asked.who.email);
  return [
    box(words.say('colleague.question', { name: shown.question.by.name }), questionLines(shown.text, words)),
    ...(mine === undefined
      ? []
      : [box(words.say('colleague.answer'), shortenedLines(literal(mine.text ?? ''), ANSWER, words))]),
  ];
}

/** An answer that was not right can be given once more, and a late one is still welcome. */
function correct(asked: QuestionForColleague, words: Words): readonly CardAction[] {
  const { question, answers } = asked.shown;
  if (question.state === 'withdrawn' || asked.asked.left === 'passed') return [];
  const mine = answers.findLast(({ answer }) => answer.by.email === asked.asked.who.email);
  if (question.state === 'answered' && mine === undefined) return [];
  const value = (mine?.text ?? '').slice(0, ANSWER);
  const text = field(COLLEAGUE_INPUTS.answer, words.say('colleague.answer'), { isMultiline: true, value });
  const title = words.say(mine === undefined ? 'button.stillAnswer' : 'button.correct');
  return [foldOut(title, [text], [button('answerQuestion', asked, words)])];
}

function notForMe(asked: QuestionForColleague, words: Words): CardAction {
  const choices = colleagueChoices(asked.others);
  return foldOut(
    words.say('button.notForMe'),
    [
      ...(choices.length === 0
        ? []
        : [
            {
              type: 'Input.ChoiceSet',
              id: COLLEAGUE_INPUTS.passTo,
              label: words.say('colleague.passTo'),
              placeholder: words.say('colleague.passTo.unknown'),
              style: 'compact',
              wrap: true,
              choices,
            },
          ]),
      field(COLLEAGUE_INPUTS.passMail, words.say('colleague.passMail'), {}),
    ],
    [button('passOn', asked, words)],
  );
}

function button(verb: ColleagueVerb, { dialogue, shown, asked }: QuestionForColleague, words: Words) {
  const data: ColleagueButtonData = {
    dialogue,
    question: shown.question.id,
    asked: shown.question.asked.indexOf(asked),
  };
  const style = verb === 'answerQuestion' ? ({ style: 'positive' } as const) : {};
  return { type: 'Action.Execute', title: words.say(`button.${verb}`), verb, data, ...style } as const;
}
