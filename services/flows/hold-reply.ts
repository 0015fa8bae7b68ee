import { type PersonCommand } from '../domain/dialogue/messages.ts';
import { type HoldingReply } from '../domain/dialogue/promises/messages.ts';
import { nextDue, WHEN } from '../domain/dialogue/promises/promise.ts';
import { type Instant } from '../domain/instant.ts';
import { type Acted, actOnDialogue } from './act-on-dialogue.ts';
import { type World } from './world.ts';

type Hold = Extract<PersonCommand, { type: 'hold' }>;

/** Tussenbericht, as it was typed. `inWords` writes the moment as the citizen will read it. */
export function holdReply(
  world: World,
  dialogue: string,
  command: Hold,
  inWords: (at: Instant) => string,
  { operation }: { readonly operation: string },
): Promise<Acted> {
  return actOnDialogue(world, dialogue, withMoment(world, command, inWords), { operation });
}

/** The moment that was chosen becomes one at which we are open, and comes into the text. One that is past is left as it is. */
export function withMoment<Reply extends HoldingReply>(
  { clock, calendar }: Pick<World, 'clock' | 'calendar'>,
  reply: Reply,
  inWords: (at: Instant) => string,
): Reply {
  const { promised, holding } = reply;
  if (promised === null || promised <= clock.now()) return reply;
  const at = nextDue((from, until) => calendar.openHours(from, until), promised);
  const text = holding.replaceAll(WHEN, inWords(at));
  return { ...reply, promised: at, holding: text, says: text.includes(inWords(at)) };
}
