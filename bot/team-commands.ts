import { showRoster, typedAbsence, typedBack, typedSwap, typedUndo } from './handlers/typed-roster.ts';
import { typedPause, typedResume } from './handlers/typed-pause.ts';
import { type TypedCommand } from './typed-command.ts';

/** What can be typed about the roster. */
export const ROSTER_COMMANDS: readonly TypedCommand[] = [
  { words: { nl: ['rooster'], en: ['roster'] }, does: 'help.roster', offered: ['chat'], run: showRoster },
  {
    words: { nl: ['ziek', 'afwezig'], en: ['sick', 'away'] },
    rest: { nl: 'wie t/m dag', en: 'who through day' },
    does: 'help.sick',
    run: typedAbsence,
  },
  {
    words: { nl: ['beter'], en: ['better', 'back'] },
    rest: { nl: 'wie', en: 'who' },
    does: 'help.better',
    run: typedBack,
  },
  {
    words: { nl: ['ruilen'], en: ['swap'] },
    rest: { nl: 'wie dag', en: 'who day', needed: true },
    does: 'help.swap',
    run: typedSwap,
  },
  { words: { nl: ['ongedaan maken'], en: ['undo'] }, does: 'help.undo', run: typedUndo },
];

/** The one thing that somebody outside the team may type as well: the domain decides who. */
export const PAUSE_COMMANDS: readonly TypedCommand[] = [
  {
    words: { nl: ['plaatsen stilzetten'], en: ['pause placing'] },
    rest: { nl: 'reden', en: 'reason' },
    does: 'help.pause',
    run: typedPause,
  },
  { words: { nl: ['plaatsen hervatten'], en: ['resume placing'] }, does: 'help.resume', run: typedResume },
];
