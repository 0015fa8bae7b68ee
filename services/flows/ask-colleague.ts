import { type QuestionPersonCommand } from '../domain/dialogue/questions/question-messages.ts';
import { answerText, openFor, type Question, questionText } from '../domain/dialogue/questions/question.ts';
import { type Person } from '../domain/people.ts';
import { type StoredDialogue } from '../ports/dialogue-store.ts';
import { type Acted, actOnDialogue } from './act-on-dialogue.ts';
import { type World } from './world.ts';

type Options = { readonly operation: string };

/** What somebody of the team does about a question; the words of it are stored with it, under a name of their own. */
export async function actOnQuestion(
  world: World,
  dialogue: string,
  command: QuestionPersonCommand,
  options: Options,
): Promise<Acted> {
  switch (command.type) {
    case 'ask': {
      const id = world.unique();
      const texts = new Map([[questionText(id), command.question.trim()]]);
      return actOnDialogue(world, dialogue, { ...command, id }, { ...options, texts });
    }
    case 'recordAnswer': {
      const id = world.unique();
      const texts = new Map([[answerText(id), command.answer.trim()]]);
      return actOnDialogue(world, dialogue, { ...command, id }, { ...options, texts });
    }
    case 'intoConcept': {
      const said = (await world.store.load(dialogue))?.texts.get(answerText(command.answer)) ?? '';
      return actOnDialogue(world, dialogue, { ...command, said }, options);
    }
    case 'withdrawQuestion':
      return actOnDialogue(world, dialogue, command, options);
  }
}

/** A colleague answers. `from`: who Teams says it is; nobody else than who was asked may. */
export async function answerAsColleague(
  world: World,
  dialogue: string,
  { from, question, answer }: { readonly from: Person; readonly question: string; readonly answer: string },
  options: Options,
): Promise<Acted> {
  const id = world.unique();
  const texts = new Map([[answerText(id), answer.trim()]]);
  return actOnDialogue(world, dialogue, { type: 'answerQuestion', from, question, id, answer }, { ...options, texts });
}

export interface OpenQuestion {
  readonly stored: StoredDialogue;
  readonly question: Question;
}

/** What somebody was asked and did not answer yet, oldest first. */
export async function openQuestionsOf(world: World, email: string): Promise<readonly OpenQuestion[]> {
  const open: OpenQuestion[] = [];
  for await (const stored of world.store.askedOf(email))
    open.push(...openFor(stored.dialogue, email).map((question) => ({ stored, question })));
  return open.sort((one, other) => one.question.at - other.question.at);
}
