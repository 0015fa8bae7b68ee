import { type Instant } from '../../instant.ts';
import { type Dialogue } from '../dialogue.ts';
import { type Facts } from '../facts.ts';
import { type DialogueEvent } from '../messages.ts';
import { goOn } from '../questions/decide-colleague.ts';
import { currentlyAsked, type Question, questionsOf } from '../questions/question.ts';
import { type TimeRule } from './time-rule.ts';
import { earliest, whenOpen } from './when-open.ts';

/**
 * A colleague who was asked is reminded once, then the next of the department is asked, then the team is told. Of a dialogue
 * that ended nothing is asked any more.
 */
export const askingOn: TimeRule = {
  next: (dialogue, facts) => earliest(openOnes(dialogue).map((question) => momentOf(dialogue, question, facts))),
  then: (dialogue, facts) =>
    openOnes(dialogue).flatMap((question) => {
      const moment = momentOf(dialogue, question, facts);
      return moment === null || moment > facts.at ? [] : [whatHappens(dialogue, question, facts)];
    }),
};

function openOnes(dialogue: Dialogue): readonly Question[] {
  return questionsOf(dialogue).filter(({ state }) => state === 'open');
}

function momentOf(dialogue: Dialogue, question: Question, facts: Facts): Instant | null {
  const { due, remindAt } = currentlyAsked(question);
  return hasEnded(dialogue) ? facts.at : whenOpen(facts, Math.min(due, remindAt ?? due));
}

function whatHappens(dialogue: Dialogue, question: Question, facts: Facts): DialogueEvent {
  const { who, due } = currentlyAsked(question);
  if (hasEnded(dialogue)) return { type: 'questionWithdrawn', question: question.id, clicked: false };
  if (facts.at >= due) return goOn(dialogue, question, 'silent', facts);
  return { type: 'questionReminded', question: question.id, to: who };
}

function hasEnded({ stage }: Dialogue): boolean {
  return stage.name === 'closed' || stage.name === 'setAside';
}
