import { type AdaptiveCard } from './adaptive-card.ts';
import { line, run } from './lines.ts';
import { render } from './render.ts';
import { type Key, type Words } from './words.ts';

/** What one can type, as the bot's table of commands has it: `niet reageren <reden>`, and the sentence that tells what it does. */
export interface HelpLine {
  readonly usage: string;
  readonly does: Extract<Key, `help.${string}`>;
}

/** The commands and what they do. Angle brackets are markup to some clients, so the commands stand in TextRuns. */
export function helpCard(commands: readonly HelpLine[], words: Words): AdaptiveCard {
  const typed = commands.map(({ usage }) => usage.replace(/[<>]/g, '')).join(', ');
  return render('help', {
    lang: words.language,
    fallback: words.say('fallback.help', { commands: typed }),
    title: words.say('help.title'),
    intro: words.say('help.intro'),
    lines: commands.map(({ usage, does }) =>
      line(run(usage, { weight: 'Bolder' }), run(` · ${words.say(does)}`, { isSubtle: true })),
    ),
    actions: [],
  });
}
