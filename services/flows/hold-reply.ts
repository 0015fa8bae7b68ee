import { type PersonCommand } from '../domain/dialogue/messages.ts';
import { nextDue, WHEN } from '../domain/dialogue/promises/promise.ts';
import { type Instant } from '../domain/instant.ts';
import { type Acted, actOnDialogue } from './act-on-dialogue.ts';
import { type World } from './world.ts';

type Hold = Extract<PersonCommand, { type: 'hold' }>;

/**
 * Tussenbericht: the moment that was chosen becomes one at which we are open, and comes into the text as the citizen will
 * read it. `inWords` writes it.
 */
export function holdReply(
  world: World,
  dialogue: string,
  command: Hold,
  inWords: (at: Instant) => string,
  { operation }: { readonly operation: string },
): Promise<Acted> {
  const { promised, holding } = command;
  if (promised === null || promised <= world.clock.now()) return actOnDialogue(world, dialogue, command, { operation });
  const at = nextDue((from, until) => world.calendar.openHours(from, until), promised);
  const text = holding.replaceAll(WHEN, inWords(at));
  const held = { ...command, promised: at, holding: text, says: text.includes(inWords(at)) };
  return actOnDialogue(world, dialogue, held, { operation });
}
