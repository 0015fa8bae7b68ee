import { type Outcome } from '../services/domain/dialogue/dialogue.ts';
import { typeBusy } from './handlers/busy-actions.ts';
import { formFor } from './handlers/forms.ts';
import { comeBackTyped, handOverTyped } from './typed-promises.ts';
import { approveTyped, askTyped, inDialogue, noteTyped, passOnTyped } from './handlers/typed-in-thread.ts';
import { showHelp } from './handlers/help.ts';
import { showInstruction, showWho } from './handlers/look-up.ts';
import { showOpen } from './handlers/open.ts';
import { showFound } from './handlers/search.ts';
import { STATS_COMMANDS } from './stats-commands.ts';
import { EVALUATION_COMMANDS } from './evaluation-commands.ts';
import { PAUSE_COMMANDS, ROSTER_COMMANDS } from './team-commands.ts';
import { type TypedCommand } from './typed-command.ts';

const OUTCOME_WORDS: readonly { readonly outcome: Outcome; readonly pattern: RegExp }[] = [
  { outcome: 'phoned', pattern: /^(?:gebeld|phoned|called)$/i },
  { outcome: 'mailed', pattern: /^(?:gemaild|gemailed|mailed|e-mailed)$/i },
  { outcome: 'counter', pattern: /^(?:(?:aan de )?balie|(?:at the )?counter)$/i },
  { outcome: 'already-answered', pattern: /^(?:al beantwoord|already answered)$/i },
];

/**
 * Everything that can be typed to the bot, in the order of the help: what is listened to, what the help tells and what
 * Teams offers while somebody types are made of this one table. A new command is one entry.
 */
export const TYPED_COMMANDS: readonly TypedCommand[] = [
  {
    words: { nl: ['nieuw'], en: ['new'] },
    does: 'help.addPost',
    offered: ['team', 'chat'],
    run: formFor('addPost'),
  },
  {
    words: { nl: ['bericht'], en: ['post'] },
    does: 'help.beginOwn',
    offered: ['chat'],
    run: formFor('beginOwn'),
  },
  {
    words: { nl: ['oppakken'], en: ['claim'] },
    does: 'help.claim',
    offered: ['team'],
    run: inDialogue(() => ({ type: 'claim' })),
  },
  {
    words: { nl: ['concept'], en: ['draft'] },
    rest: { nl: 'tekst', en: 'text', needed: true },
    does: 'help.submit',
    offered: ['team'],
    run: inDialogue((text) => ({ type: 'submit', text })),
  },
  { words: { nl: ['akkoord'], en: ['approve'] }, does: 'help.approve', offered: ['team'], run: approveTyped },
  {
    words: { nl: ['loslaten'], en: ['release'] },
    does: 'help.release',
    offered: ['team'],
    run: inDialogue(() => ({ type: 'release' })),
  },
  {
    words: { nl: ['overdragen'], en: ['hand over'] },
    rest: { nl: 'e-mail, initialen of afdeling', en: 'e-mail, initials or department', needed: true },
    does: 'help.handOver',
    run: inDialogue(handOverTyped),
  },
  {
    words: { nl: ['terugkomen', 'terugkomen op'], en: ['come back', 'come back to'] },
    rest: { nl: 'dag en tijd', en: 'day and time', needed: true },
    does: 'help.comeBack',
    run: inDialogue(comeBackTyped),
  },
  {
    words: { nl: ['niet terugkomen'], en: ['do not come back'] },
    does: 'help.dropReturn',
    run: inDialogue(() => ({ type: 'dropReturn', text: '' })),
  },
  {
    words: { nl: ['navragen', 'doorvragen'], en: ['ask'] },
    rest: { nl: 'e-mail> <vraag', en: 'e-mail> <question', needed: true },
    does: 'help.ask',
    run: askTyped,
  },
  {
    words: { nl: ['doorgeven'], en: ['pass on'] },
    rest: { nl: 'e-mail of afdeling', en: 'e-mail or department', needed: true },
    does: 'help.passOn',
    run: passOnTyped,
  },
  {
    words: { nl: ['niet reageren'], en: ['set aside'] },
    rest: { nl: 'reden', en: 'reason' },
    does: 'help.setAside',
    offered: ['team'],
    run: inDialogue((reason) => ({ type: 'setAside', reason })),
  },
  {
    words: { nl: ['afronden'], en: ['finish'] },
    rest: { nl: 'uitkomst', en: 'outcome' },
    does: 'help.finish',
    offered: ['team'],
    run: inDialogue((word) => ({ type: 'finish', outcome: outcomeOf(word) })),
  },
  {
    words: { nl: ['heropenen'], en: ['reopen'] },
    does: 'help.reopen',
    run: inDialogue(() => ({ type: 'reopen' })),
  },
  {
    words: { nl: ['notitie'], en: ['note'] },
    rest: { nl: 'tekst', en: 'text', needed: true },
    does: 'help.note',
    run: noteTyped,
  },
  {
    words: { nl: ['open'], en: ['open'] },
    does: 'help.open',
    offered: ['team', 'chat'],
    run: showOpen,
  },
  {
    words: { nl: ['zoek', 'zoeken'], en: ['search'] },
    rest: { nl: 'woorden', en: 'words', needed: true },
    does: 'help.search',
    offered: ['team', 'chat'],
    run: showFound,
  },
  {
    words: { nl: ['drukte'], en: ['busy'] },
    rest: { nl: 'aan of uit', en: 'on or off', needed: true },
    does: 'help.busy',
    run: typeBusy,
  },
  {
    words: { nl: ['wie'], en: ['who'] },
    rest: { nl: 'onderwerp', en: 'topic' },
    does: 'help.who',
    offered: ['chat'],
    run: showWho,
  },
  {
    words: { nl: ['werkinstructie'], en: ['instruction', 'work instruction'] },
    rest: { nl: 'soort of onderwerp', en: 'kind or topic' },
    does: 'help.instruction',
    offered: ['chat'],
    run: showInstruction,
  },
  ...STATS_COMMANDS,
  ...ROSTER_COMMANDS,
  ...PAUSE_COMMANDS,
  ...EVALUATION_COMMANDS,
  {
    words: { nl: ['help', 'hulp'], en: ['help'] },
    does: 'help.help',
    offered: ['team', 'chat'],
    run: (typing) => showHelp(typing, TYPED_COMMANDS),
  },
];

function outcomeOf(word: string): Outcome | null {
  return OUTCOME_WORDS.find(({ pattern }) => pattern.test(word))?.outcome ?? null;
}
