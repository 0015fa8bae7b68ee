import {
  questionFor,
  type QuestionForColleague,
} from '../../services/domain/dialogue/questions/question-for-colleague.ts';
import { settings } from './dialogue-facts.ts';
import { ESRA, FRITS } from './question-asks.ts';
import { type Opening, Story } from './views.ts';

const QUESTION = 'Op welke dag wordt het grofvuil in Jisp opgehaald, en vanaf hoe laat mag het aan de weg?';
const beside = { text: 'Dag Jan, we zoeken het uit.' };

function asked(opening: Opening): Story {
  return new Story(opening)
    .at('11-24 10:42')
    .does('Bram', { type: 'claim' })
    .at('11-24 10:45')
    .does('Bram', {
      type: 'ask',
      id: 'q1',
      to: ESRA.email,
      department: 'Afval en openbare ruimte',
      question: QUESTION,
      named: opening.handle !== undefined,
      beside,
    });
}

function alsoFrits(opening: Opening): Story {
  const reach = { in: 'thread' } as const;
  return asked(opening)
    .does('Bram', {
      type: 'ask',
      id: 'q2',
      to: FRITS.email,
      department: 'Burgerzaken',
      question: 'Staat deze inwoner bij ons bekend?',
      named: true,
      beside,
    })
    .brings({ type: 'reached', question: 'q2', email: FRITS.email, reach });
}

/** What questions to colleagues look like, on the cards of the team and on those of the colleagues. */
export const QUESTION_SCENES = {
  asked,
  askedTwice: alsoFrits,
  askedAnswered: (o: Opening) => asked(o).at('11-24 11:20').answers(ESRA, 'q1', 'Elke dinsdag. Vanaf 07.00 uur.'),
  askedRecorded: (o: Opening) =>
    asked(o).at('11-24 11:20').does('Bram', {
      type: 'recordAnswer',
      question: 'q1',
      id: 'a1',
      who: 'Henk van de werf',
      answer: 'Dinsdag, zei hij.',
      beside,
    }),
  askedLeftOver: (o: Opening) =>
    asked(o).at('11-24 11:20').brings({ type: 'passOn', from: ESRA, question: 'q1', to: '' }),
  askedPassed: (o: Opening) =>
    asked(o).at('11-24 11:20').brings({ type: 'passOn', from: ESRA, question: 'q1', to: FRITS.email }),
  askedMoreTime: (o: Opening) => asked(o).at('11-24 11:20').brings({ type: 'askMoreTime', from: ESRA, question: 'q1' }),
  askedWithdrawn: (o: Opening) =>
    asked(o).at('11-24 11:20').does('Bram', { type: 'withdrawQuestion', question: 'q1', beside }),
} as const satisfies Record<string, (opening: Opening) => Story>;

/** What the first who was asked gets to see. */
export function questionOfScene(
  scene: keyof typeof QUESTION_SCENES,
  opening: Opening = {},
  question = 'q1',
): QuestionForColleague {
  const found = questionFor(QUESTION_SCENES[scene](opening).view(), settings.organisation, question, 0);
  if (found === null) throw new Error(`nothing was asked in ${scene}`);
  return found;
}
