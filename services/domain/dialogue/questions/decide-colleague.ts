import { happen, NOTHING, refuse } from '../decision.ts';
import { type Dialogue, samePerson } from '../dialogue.ts';
import { type Facts } from '../facts.ts';
import { type Decision, type DialogueEvent } from '../messages.ts';
import { holderToTell } from './answer-news.ts';
import { colleagueNamed, nextInDepartment } from './colleagues.ts';
import { type ColleagueCommand } from './question-messages.ts';
import { currentlyAsked, type Question, questionNamed, wasAsked } from './question.ts';
import { moreTime, questionTimes } from './question-times.ts';

type Of<T extends ColleagueCommand['type']> = Extract<ColleagueCommand, { type: T }>;

const COLLEAGUE = new Set<string>(['answerQuestion', 'passOn', 'askMoreTime', 'reached']);

export function isOfColleague(command: { readonly type: string }): command is ColleagueCommand {
  return COLLEAGUE.has(command.type);
}

/** What somebody does with a question that they were asked; nobody else may. */
export function decideColleague(dialogue: Dialogue, command: ColleagueCommand, facts: Facts): Decision {
  const question = questionNamed(dialogue, command.question);
  if (question === null) return refuse({ code: 'unknown-question' });
  if (command.type === 'reached') return decideReached(question, command);
  if (wasAsked(question, command.from.email) === null) return refuse({ code: 'not-asked' });
  switch (command.type) {
    case 'answerQuestion':
      return decideAnswer(dialogue, question, command, facts);
    case 'passOn':
      return decidePassOn(dialogue, question, command, facts);
    case 'askMoreTime':
      return decideMoreTime(dialogue, question, command, facts);
  }
}

/** An answer is welcome at any time: late, after withdrawing, and once more when it was not right. */
function decideAnswer(
  dialogue: Dialogue,
  { id }: Question,
  { from, answer, id: answerId }: Of<'answerQuestion'>,
  facts: Facts,
): Decision {
  if (answer.trim() === '') return refuse({ code: 'empty-answer' });
  return happen({
    type: 'questionAnswered',
    question: id,
    id: answerId,
    by: from,
    recordedBy: null,
    card: holderToTell(dialogue, facts) !== null,
    clicked: false,
  });
}

/** Only who is asked now passes it on; who is named goes before the next of the department. */
function decidePassOn(dialogue: Dialogue, question: Question, { from, to }: Of<'passOn'>, facts: Facts): Decision {
  if (question.state !== 'open') return refuse({ code: 'question-over' });
  if (!samePerson(currentlyAsked(question).who, from)) return refuse({ code: 'question-went-on' });
  if (to.trim() === '') return happen(goOn(dialogue, question, 'passed', facts));
  const next = colleagueNamed(to, facts.settings);
  if (next === null) return refuse({ code: 'no-address' });
  if (samePerson(next, from)) return refuse({ code: 'ask-yourself' });
  return happen(askNext(dialogue, question, next, 'passed', facts));
}

function decideMoreTime(dialogue: Dialogue, question: Question, { from }: Of<'askMoreTime'>, facts: Facts): Decision {
  if (question.state !== 'open') return refuse({ code: 'question-over' });
  const asked = currentlyAsked(question);
  if (!samePerson(asked.who, from)) return refuse({ code: 'question-went-on' });
  if (asked.moreTime) return refuse({ code: 'more-time-given', until: asked.due });
  const times = moreTime(asked.due, facts);
  const late = dialogue.due !== null && times.due > dialogue.due;
  return happen({ type: 'moreTimeAsked', question: question.id, by: from, ...times, late });
}

function decideReached(question: Question, { email, reach }: Of<'reached'>): Decision {
  const asked = wasAsked(question, email);
  if (asked === null || asked.reach.in === reach.in) return NOTHING;
  return happen({ type: 'questionReached', question: question.id, to: asked.who, reach });
}

/** To the next of the department, and when there is none, back to the team. */
export function goOn(dialogue: Dialogue, question: Question, why: 'passed' | 'silent', facts: Facts): DialogueEvent {
  const next = nextInDepartment(question, facts.settings);
  const from = currentlyAsked(question).who;
  return next === null
    ? { type: 'questionLeftOver', question: question.id, from, why }
    : askNext(dialogue, question, next, why, facts);
}

function askNext(
  { due }: Dialogue,
  question: Question,
  { name, email }: { readonly name: string; readonly email: string },
  why: 'passed' | 'silent',
  facts: Facts,
): DialogueEvent {
  const from = currentlyAsked(question).who;
  return {
    type: 'questionWentOn',
    question: question.id,
    from,
    why,
    to: { name, email },
    ...questionTimes(due, facts),
  };
}
