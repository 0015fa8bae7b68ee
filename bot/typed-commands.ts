import { type FormVerb } from '../cards/verbs.ts';
import { type HelpLine } from '../cards/help-card.ts';
import { type Outcome } from '../services/domain/dialogue/dialogue.ts';
import { type Asked } from './commands.ts';

/** What can be typed to the bot in the thread of a dialogue. Nothing else typed there does anything. */
export interface TypedCommand {
  /** How the help writes it, per language. */
  readonly usage: { readonly nl: string; readonly en: string };
  /** Which sentence of the help tells what it does. */
  readonly does: HelpLine['does'];
  readonly pattern: RegExp;
  /** What it asks; null: the yes to the text on the card, which the handler has to look up. */
  readonly asks: (rest: string) => Asked | null;
}

const OUTCOME_WORDS: readonly { readonly outcome: Outcome; readonly pattern: RegExp }[] = [
  { outcome: 'phoned', pattern: /^(?:gebeld|phoned|called)$/i },
  { outcome: 'mailed', pattern: /^(?:gemaild|gemailed|mailed|e-mailed)$/i },
  { outcome: 'counter', pattern: /^(?:(?:aan de )?balie|(?:at the )?counter)$/i },
  { outcome: 'already-answered', pattern: /^(?:al beantwoord|already answered)$/i },
];

export const TYPED_COMMANDS: readonly TypedCommand[] = [
  {
    usage: { nl: 'oppakken', en: 'claim' },
    does: 'claim',
    pattern: /^(?:oppakken|claim)()$/i,
    asks: () => ({ type: 'claim' }),
  },
  {
    usage: { nl: 'concept <tekst>', en: 'draft <text>' },
    does: 'submit',
    pattern: /^(?:concept|draft)\s+(.+)$/is,
    asks: (text) => ({ type: 'submit', text }),
  },
  { usage: { nl: 'akkoord', en: 'approve' }, does: 'approve', pattern: /^(?:akkoord|approve)()$/i, asks: () => null },
  {
    usage: { nl: 'loslaten', en: 'release' },
    does: 'release',
    pattern: /^(?:loslaten|release)()$/i,
    asks: () => ({ type: 'release' }),
  },
  {
    usage: { nl: 'niet reageren <reden>', en: 'set aside <reason>' },
    does: 'setAside',
    pattern: /^(?:niet reageren|set aside)\s*(.*)$/is,
    asks: (reason) => ({ type: 'setAside', reason }),
  },
  {
    usage: { nl: 'afronden <uitkomst>', en: 'finish <outcome>' },
    does: 'finish',
    pattern: /^(?:afronden|finish)\s*(.*)$/is,
    asks: (word) => ({ type: 'finish', outcome: outcomeOf(word) }),
  },
  {
    usage: { nl: 'heropenen', en: 'reopen' },
    does: 'reopen',
    pattern: /^(?:heropenen|reopen)()$/i,
    asks: () => ({ type: 'reopen' }),
  },
];

/** What can be typed anywhere to the bot: it answers with a form. */
export interface FormCommand extends Pick<TypedCommand, 'usage' | 'pattern'> {
  readonly does: FormVerb;
}

export const FORM_COMMANDS: readonly FormCommand[] = [
  { usage: { nl: 'nieuw', en: 'new' }, does: 'addPost', pattern: /^\/?(?:nieuw|new)$/i },
  { usage: { nl: 'bericht', en: 'post' }, does: 'beginOwn', pattern: /^\/?(?:bericht|post)$/i },
];

export const HELP_USAGE = { nl: 'help', en: 'help' } as const;
export const HELP_PATTERN = /^\/?(?:help|hulp)$/i;

function outcomeOf(word: string): Outcome | null {
  return OUTCOME_WORDS.find(({ pattern }) => pattern.test(word.trim()))?.outcome ?? null;
}

/** What a person typed, without the mention of the bot and the spaces that Teams leaves around it. */
export function plainText(text: string | undefined): string {
  return (text ?? '')
    .replace(/<at[^>]*>.*?<\/at>/gi, ' ')
    .replace(/&nbsp;|\u00a0/gi, ' ')
    .trim();
}

/** The first command that fits, with what follows it. */
export function typedCommand(text: string): { readonly command: TypedCommand; readonly rest: string } | null {
  for (const command of TYPED_COMMANDS) {
    const match = command.pattern.exec(text);
    if (match) return { command, rest: (match[1] ?? '').trim() };
  }
  return null;
}
