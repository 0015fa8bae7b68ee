import { type TurnContext } from 'botbuilder';
import { questionCard, typedAnswerCard } from '../../cards/question-card.ts';
import { whichQuestionCard } from '../../cards/which-question-card.ts';
import { refusalSentence } from '../../cards/refusal.ts';
import { type ColleagueVerb } from '../../cards/verbs.ts';
import { isOnlyCourtesy } from '../../services/domain/dialogue/thanks.ts';
import { questionText } from '../../services/domain/dialogue/questions/question.ts';
import { questionFor } from '../../services/domain/dialogue/questions/question-for-colleague.ts';
import { type Person } from '../../services/domain/people.ts';
import { type Acted, actOnDialogue } from '../../services/flows/act-on-dialogue.ts';
import { answerAsColleague, openQuestionsOf } from '../../services/flows/ask-colleague.ts';
import { viewDialogue } from '../../services/flows/view-dialogue.ts';
import { answerCard, answerSentence, attachCard } from '../answer.ts';
import { COLLEAGUE_CLICK, type ColleagueClick, passedTo } from '../question-commands.ts';
import { operationOf } from '../turn.ts';
import { type HandlerParts } from './dialogue-actions.ts';
import { turnAway } from './turn-away.ts';

/** A click of somebody who was asked something. Nobody else gets to see anything: who they are is asked of Teams. */
export async function handleColleague(
  parts: HandlerParts,
  context: TurnContext,
  verb: ColleagueVerb,
  data: unknown,
): Promise<void> {
  const { world, words } = parts;
  const read = COLLEAGUE_CLICK.safeParse(data);
  if (!read.success) return turnAway({ world, words }, context, 'unreadable-form');
  const from = await parts.people.senderOf(context);
  const click = whichOne(read.data);
  const { stored, refusal } = await act(parts, context, verb, click, from);
  if (refusal !== null) return answerSentence(context, refusalSentence(refusal, words, world.clock.now()));
  const asked = stored?.dialogue.questions?.find(({ id }) => id === click.question)?.asked ?? [];
  const index =
    asked[click.asked]?.who.email === from.email
      ? click.asked
      : asked.findLastIndex(({ who }) => who.email === from.email);
  const about = stored && questionFor(viewDialogue(world, stored), world.settings.organisation, click.question, index);
  if (about === null) return turnAway({ world, words }, context, 'unknown-dialogue');
  // The form on which several questions stood is not the card of this one.
  await answerCard(context, read.data.which === '' ? questionCard(about, words) : typedAnswerCard(words));
}

function act(
  { world }: HandlerParts,
  context: TurnContext,
  verb: ColleagueVerb,
  click: ColleagueClick,
  { name, email }: Person,
): Promise<Acted> {
  const { dialogue, question, answer } = click;
  const from = { name, email };
  const operation = { operation: operationOf(context.activity) };
  switch (verb) {
    case 'answerQuestion':
      return answerAsColleague(world, dialogue, { from, question, answer }, operation);
    case 'passOn':
      return actOnDialogue(world, dialogue, { type: 'passOn', from, question, to: passedTo(click) }, operation);
    case 'askMoreTime':
      return actOnDialogue(world, dialogue, { type: 'askMoreTime', from, question }, operation);
  }
}

function whichOne(click: ColleagueClick): ColleagueClick {
  const [question, ...dialogue] = click.which.split(' ');
  return click.which === '' ? click : { ...click, question: question ?? '', dialogue: dialogue.join(' ') };
}

/**
 * What a colleague typed in their chat: with one open question it is the answer, and it is said so; with several it is asked
 * which. Mere thanks or a greeting is no answer. Gives false when they were asked nothing.
 */
export async function answerTyped(parts: HandlerParts, context: TurnContext, text: string): Promise<boolean> {
  const { world, words } = parts;
  const { name, email } = await parts.people.senderOf(context);
  const open = text === '' ? [] : await openQuestionsOf(world, email);
  const [only, ...more] = open;
  if (only === undefined) return false;
  if (isOnlyCourtesy(text)) {
    await context.sendActivity(words.say('colleague.courtesy', { name: only.question.by.name }));
    return true;
  }
  if (more.length > 0) {
    const choices = open.map(({ stored: { dialogue, texts }, question }) => ({
      dialogue: dialogue.id,
      question: question.id,
      by: question.by.name,
      text: texts.get(questionText(question.id)) ?? null,
    }));
    await context.sendActivity(attachCard(whichQuestionCard(choices, text, words)));
    return true;
  }
  const { stored, question } = only;
  const operation = operationOf(context.activity);
  const said = { from: { name, email }, question: question.id, answer: text };
  const { refusal } = await answerAsColleague(world, stored.dialogue.id, said, { operation });
  const sentence =
    refusal === null ? words.say('colleague.typed', { name: question.by.name }) : refusalSentence(refusal, words);
  await context.sendActivity(sentence);
  return true;
}
