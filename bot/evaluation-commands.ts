import { showEvaluation, showTownTalk, typeWeekly } from './handlers/evaluation.ts';
import { type TypedCommand } from './typed-command.ts';

/** What can be typed to look back, and to adjust. */
export const EVALUATION_COMMANDS: readonly TypedCommand[] = [
  {
    words: { nl: ['evaluatie'], en: ['evaluation'] },
    rest: { nl: 'maand', en: 'month' },
    does: 'help.evaluation',
    offered: ['chat'],
    run: showEvaluation,
  },
  {
    words: { nl: ['watspeelter', 'wat speelt er'], en: ['town talk'] },
    rest: { nl: 'periode', en: 'period' },
    does: 'help.townTalk',
    run: showTownTalk,
  },
  {
    words: { nl: ['weekbericht'], en: ['weekly report'] },
    rest: { nl: 'aan of stop', en: 'on or off', needed: true },
    does: 'help.weekly',
    run: typeWeekly,
  },
];
