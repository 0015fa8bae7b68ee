import { showStatistics } from './handlers/statistics.ts';
import { type TypedCommand } from './typed-command.ts';

/** What can be typed to see figures. A channel of Teams offers ten commands already, so it is offered in a chat. */
export const STATS_COMMANDS: readonly TypedCommand[] = [
  {
    words: { nl: ['stats', 'cijfers', 'statistieken'], en: ['stats', 'figures', 'statistics'] },
    rest: { nl: 'periode of gemeente', en: 'period or municipality' },
    does: 'help.stats',
    offered: ['chat'],
    run: showStatistics,
  },
];
