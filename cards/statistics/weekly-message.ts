import { type PersonalMessage } from '../../services/domain/personal-message.ts';
import { headline } from '../../services/domain/figures/headline.ts';
import { type DrawnMessage } from '../drawn-message.ts';
import { cut } from '../literal-text.ts';
import { type Words } from '../words.ts';
import { headlineSentence } from './headline-box.ts';
import { statisticsCard } from './statistics-card.ts';
import { PICTURES } from './stats-verbs.ts';

/** As much as a notification on a telephone shows. */
const LONGEST = 60;

/** Last week's figures, as `stats` shows them. The notification says what matters most. */
export function weeklyMessage(
  { report, today, sight, worth, subscription }: Extract<PersonalMessage, { kind: 'weekly-report' }>,
  words: Words,
): DrawnMessage {
  const view = {
    report,
    today,
    place: null,
    picture: PICTURES[0],
    loads: [],
    sight,
    own: false,
    files: true,
    worth,
    weekly: { subscription },
  };
  const sentence = headlineSentence(headline(report), report.goal, words);
  const short = cut(sentence, LONGEST);
  return { text: '', card: statisticsCard(view, words), summary: short.whole ? short.text : `${short.text}…` };
}
