import { questionCard, questionReminder, typedAnswerCard } from '../../cards/question-card.ts';
import { whichQuestionCard } from '../../cards/which-question-card.ts';
import { type Words } from '../../cards/words.ts';
import { QUESTION_SCENES, questionOfScene } from '../support/question-scenes.ts';
import { type Opening } from '../support/views.ts';
import { type Picture } from './gallery-page.ts';

const SCENES = Object.keys(QUESTION_SCENES) as readonly (keyof typeof QUESTION_SCENES)[];

/** Everything that a colleague outside the team gets to see. */
export function questionPictures(words: Words, opening: Opening = {}): readonly Picture[] {
  const open = [
    { dialogue: 'd1', question: 'q1', by: 'Bram Kok', text: 'Wanneer wordt het grofvuil opgehaald?' },
    { dialogue: 'd2', question: 'q2', by: 'Els Prins', text: null },
  ];
  return [
    ...SCENES.map((scene) => ({
      title: `question: ${scene}`,
      card: questionCard(questionOfScene(scene, opening), words),
    })),
    { title: 'question in a thread', card: questionCard(questionOfScene('askedTwice', opening, 'q2'), words) },
    { title: 'question reminder', text: questionReminder(questionOfScene('asked', opening), words), card: null },
    { title: 'question: which', card: whichQuestionCard(open, 'Dinsdag.', words) },
    { title: 'question: which, done', card: typedAnswerCard(words) },
  ];
}
