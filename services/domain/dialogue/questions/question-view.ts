import { type Instant } from '../../instant.ts';
import { type Person } from '../../people.ts';
import { type Settings } from '../../work-instruction/instruction.ts';
import { suggestedDepartment } from '../../work-instruction/suggested-department.ts';
import { type Dialogue } from '../dialogue.ts';
import { type Facts } from '../facts.ts';
import { presetMoment } from '../promises/preset.ts';
import { phoneOf } from './colleagues.ts';
import {
  type Answer,
  answerText,
  type Asked,
  currentlyAsked,
  type Question,
  questionsOf,
  questionText,
} from './question.ts';
import { questionTimes } from './question-times.ts';

/** A question with its words, as a card shows it. */
export interface ShownQuestion {
  readonly question: Question;
  /** null: no longer kept, for the citizen took the words away that it quotes. */
  readonly text: string | null;
  readonly now: Asked;
  /** The telephone number of who is asked now; null when the settings have none. */
  readonly phone: string | null;
  readonly answers: readonly { readonly answer: Answer; readonly text: string | null }[];
}

/** Somebody who can be asked. */
export interface Askable {
  readonly department: string;
  readonly person: Person;
  readonly phone: string | null;
}

/** What is needed to ask a colleague now. */
export interface Asking {
  /** Who most likely knows it first. */
  readonly colleagues: readonly Askable[];
  /** Whether the first was suggested by what the dialogue is about. */
  readonly suggested: boolean;
  readonly due: Instant;
  /** When the citizen can be promised an answer: with time left after that to write it. */
  readonly promise: Instant;
}

export function viewQuestions(
  dialogue: Dialogue,
  texts: ReadonlyMap<string, string>,
  settings: Settings,
): readonly ShownQuestion[] {
  return questionsOf(dialogue).map((question) => {
    const now = currentlyAsked(question);
    return {
      question,
      text: texts.get(questionText(question.id)) ?? null,
      now,
      phone: phoneOf(now.who.email, settings),
      answers: question.answers.map((answer) => ({ answer, text: texts.get(answerText(answer.id)) ?? null })),
    };
  });
}

export function viewAsking(dialogue: Dialogue, facts: Facts): Asking {
  const { departments } = facts.settings;
  const first = suggestedDepartment(facts.settings, dialogue);
  const inOrder = first === null ? departments : [first, ...departments.filter((one) => one !== first)];
  const { due } = questionTimes(dialogue.due, facts);
  return {
    colleagues: inOrder.flatMap(({ name, people, phone }) =>
      people.map((person) => ({ department: name, person, phone })),
    ),
    suggested: first !== null && first.people.length > 0,
    due,
    promise: presetMoment((from, until) => facts.openHours(from, until), due),
  };
}
