import { type PersonalMessage } from '../services/domain/personal-message.ts';
import { alertText } from './alert.ts';
import { departmentMessage } from './department-message.ts';
import { complimentMessage } from './compliment-message.ts';
import { type DrawnMessage } from './drawn-message.ts';
import { type LinkTo } from './overview-lines.ts';
import { shiftEndMessage } from './shift-end-card.ts';
import { weeklyMessage } from './statistics/weekly-message.ts';
import { standByMessage } from './stand-by-message.ts';
import { questionCard, questionReminder, questionSummary } from './question-card.ts';
import { departmentCard, departmentSummary } from './department-card.ts';
import { type Words } from './words.ts';

type Kind = PersonalMessage['kind'];
type Draw<K extends Kind> = (
  message: Extract<PersonalMessage, { kind: K }>,
  words: Words,
  linkTo: LinkTo,
) => DrawnMessage;

/** Kind of message → how it is drawn. */
const DRAW: { readonly [K in Kind]: Draw<K> } = {
  alert: ({ alert }, words) => ({ text: alertText(alert, words), card: null, summary: '' }),
  'stand-by': standByMessage,
  'passed-on': departmentMessage,
  'shift-end': shiftEndMessage,
  question: ({ question }, words) => ({
    text: '',
    card: questionCard(question, words),
    summary: questionSummary(question, words),
  }),
  'question-reminder': ({ question }, words) => ({ text: questionReminder(question, words), card: null, summary: '' }),
  'department-yes': ({ asked }, words) => ({
    text: '',
    card: departmentCard(asked, words),
    summary: departmentSummary(asked, words),
  }),
  'weekly-report': weeklyMessage,
  compliment: complimentMessage,
};

/** What a person gets to see of it. `linkTo`: the way to a thread of the channel. */
export function personalMessage(message: PersonalMessage, words: Words, linkTo: LinkTo): DrawnMessage {
  const draw = DRAW[message.kind] as Draw<Kind>;
  return draw(message, words, linkTo);
}
