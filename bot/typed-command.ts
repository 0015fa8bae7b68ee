import { type TurnContext } from 'botbuilder';
import { type HelpLine } from '../cards/help-card.ts';
import { type Language } from '../cards/words.ts';
import { type Member } from '../services/domain/people.ts';
import { type HandlerParts } from './handlers/dialogue-actions.ts';

/** What somebody of the team typed after a command, and where. */
export interface Typing {
  readonly parts: HandlerParts;
  readonly context: TurnContext;
  readonly by: Member;
  /** What stands behind the command's own words; '' for nothing. */
  readonly rest: string;
}

/** One thing that can be typed to the bot. Both languages are understood whatever the bot speaks, with and without a slash. */
export interface TypedCommand {
  /** The first of each language is the one that the help shows; more are understood as well. Spaces are any white space. */
  readonly words: Readonly<Record<Language, readonly [string, ...string[]]>>;
  /** What may follow, as the help writes it between angle brackets; not there: nothing may. `needed`: without it a sentence says so. */
  readonly rest?: Readonly<Record<Language, string>> & { readonly needed?: true };
  readonly does: HelpLine['does'];
  /** Where Teams offers it while somebody types: it shows at most ten in a channel and ten in a chat. */
  readonly offered?: readonly ('team' | 'chat')[];
  readonly run: (typing: Typing) => Promise<void>;
}

/** How the help writes it: `niet reageren <reden>`. */
export function usageOf({ words, rest }: TypedCommand, language: Language): string {
  return rest === undefined ? words[language][0] : `${words[language][0]} <${rest[language]}>`;
}

/** What a person typed, without the mention of the bot and the spaces that Teams leaves around it. */
export function plainText(text: string | undefined): string {
  return (text ?? '')
    .replace(/<at[^>]*>.*?<\/at>/gi, ' ')
    .replace(/&nbsp;|\u00a0/gi, ' ')
    .trim();
}

/** The first command that fits, with what follows it. */
export function typedIn(
  commands: readonly TypedCommand[],
  text: string,
): { readonly command: TypedCommand; readonly rest: string } | null {
  for (const command of commands) {
    const match = patternOf(command).exec(text);
    if (match) return { command, rest: (match[1] ?? '').trim() };
  }
  return null;
}

function patternOf({ words, rest }: TypedCommand): RegExp {
  const any = [...words.nl, ...words.en].map((one) => one.replaceAll(' ', '\\s+')).join('|');
  return new RegExp(`^/?(?:${any})${rest === undefined ? '' : '(?:\\s+(.*))?'}$`, 'is');
}
