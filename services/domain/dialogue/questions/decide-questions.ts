import { type Member, type Person } from '../../people.ts';
import { othersDialogue } from '../decide-holding.ts';
import { happen, refuse } from '../decision.ts';
import { type Dialogue, samePerson } from '../dialogue.ts';
import { type Facts } from '../facts.ts';
import { type Decision, type DialogueEvent } from '../messages.ts';
import { conceptOf, keepText } from '../reply-text.ts';
import { colleagueNamed } from './colleagues.ts';
import { holderToTell } from './answer-news.ts';
import { type Beside, type QuestionPersonCommand } from './question-messages.ts';
import { currentlyAsked, questionNamed } from './question.ts';
import { withHoldingReply } from './with-holding-reply.ts';
import { questionTimes } from './question-times.ts';

type Of<T extends QuestionPersonCommand['type']> = Extract<QuestionPersonCommand, { type: T }>;

/** Asking a colleague, withdrawing it, and what becomes of the answer: what the team itself does. */
export function decideQuestions(dialogue: Dialogue, command: QuestionPersonCommand, facts: Facts): Decision {
  switch (command.type) {
    case 'ask':
      return decideAsk(dialogue, command, facts);
    case 'withdrawQuestion': {
      const question = questionNamed(dialogue, command.question);
      if (question === null) return refuse({ code: 'unknown-question' });
      if (question.state !== 'open' && question.state !== 'team') return refuse({ code: 'question-over' });
      return happen(...besides(dialogue, command, facts), {
        type: 'questionWithdrawn',
        question: question.id,
        by: person(command.by),
        clicked: isOwnCard(dialogue, command),
      });
    }
    case 'recordAnswer':
      return decideRecord(dialogue, command, facts);
    case 'intoConcept':
      return decideIntoConcept(dialogue, command, facts);
  }
}

function decideAsk(dialogue: Dialogue, command: Of<'ask'>, facts: Facts): Decision {
  const { by, id } = command;
  const to = colleagueNamed(command.to, facts.settings);
  if (to === null) return refuse({ code: 'no-address' });
  if (samePerson(to, by)) return refuse({ code: 'ask-yourself' });
  if (command.question.trim() === '') return refuse({ code: 'empty-question' });
  const asked: DialogueEvent = {
    type: 'questionAsked',
    question: id,
    by: person(by),
    department: command.department,
    named: command.named,
    clicked: isOwnCard(dialogue, command),
    to,
    ...questionTimes(dialogue.due, facts),
  };
  return withHoldingReply(dialogue, command, happen(...besides(dialogue, command, facts), asked), facts);
}

/** What stood in the concept on the card that was clicked is kept: for who holds it as the concept, for others apart. */
function besides(
  dialogue: Dialogue,
  { by, beside }: { readonly by: Member; readonly beside: Beside },
  facts: Facts,
): readonly DialogueEvent[] {
  return beside === null || dialogue.stage.name !== 'claimed' ? [] : keepText(dialogue, { by, ...beside }, facts);
}

function isOwnCard({ stage }: Dialogue, { by, beside }: { readonly by: Member; readonly beside: Beside }): boolean {
  return beside !== null && stage.name === 'claimed' && samePerson(stage.by, by);
}

function decideRecord(dialogue: Dialogue, command: Of<'recordAnswer'>, facts: Facts): Decision {
  const question = questionNamed(dialogue, command.question);
  if (question === null) return refuse({ code: 'unknown-question' });
  if (command.answer.trim() === '') return refuse({ code: 'empty-answer' });
  const { who: asked } = currentlyAsked(question);
  const name = command.who.trim();
  const same = name === '' || name === asked.name;
  const holder = holderToTell(dialogue, facts);
  return happen(...besides(dialogue, command, facts), {
    type: 'questionAnswered',
    question: question.id,
    id: command.id,
    by: same ? asked : { name, email: null },
    recordedBy: person(command.by),
    // Who writes it down on their own card has it before them at once.
    card: holder !== null && !isOwnCard(dialogue, command),
    clicked: isOwnCard(dialogue, command),
  });
}

/** What somebody typed is never overwritten: the answer comes under it. */
function decideIntoConcept(dialogue: Dialogue, command: Of<'intoConcept'>, facts: Facts): Decision {
  const notYours = othersDialogue(dialogue, command.by);
  if (notYours !== null) return notYours;
  const known = questionNamed(dialogue, command.question)?.answers.some(({ id }) => id === command.answer) === true;
  const said = command.said.trim();
  if (!known || said === '') return refuse({ code: 'unknown-question' });
  const typed = conceptOf(dialogue, command, facts);
  const text = typed.text.includes(said) ? typed.text : [typed.text, said].filter((part) => part !== '').join('\n\n');
  return happen({ type: 'kept', concept: { ...typed, text }, answer: null });
}

function person({ name, email }: Person): Person {
  return { name, email };
}
