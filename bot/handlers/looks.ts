import { type TurnContext } from 'botbuilder';
import { withEarlier } from '../../cards/earlier.ts';
import { rootCard } from '../../cards/dialogue-card.ts';
import { earlierDialogues } from '../../services/flows/earlier-dialogues.ts';
import { viewDialogue } from '../../services/flows/view-dialogue.ts';
import { answerCard } from '../answer.ts';
import { CLICK } from '../commands.ts';
import { type HandlerParts } from './dialogue-actions.ts';
import { isOfOtherThread, turnAway } from './turn-away.ts';

/** A button that only shows something, to who pressed it: the card as it is now, with what was asked for on it. */
export async function showEarlier(parts: HandlerParts, context: TurnContext, data: unknown): Promise<void> {
  const { world, words, people, links } = parts;
  if ((await people.memberOf(context)) === null) return turnAway({ world, words }, context, 'unknown-person');
  const click = CLICK.pick({ dialogue: true }).safeParse(data);
  if (click.success && (await isOfOtherThread(world, context, click.data.dialogue)))
    return turnAway({ world, words }, context, 'other-thread');
  const stored = click.success ? await world.store.load(click.data.dialogue) : null;
  if (stored === null) return turnAway({ world, words }, context, 'unknown-dialogue');
  const [entries, linkTo] = [await earlierDialogues(world, stored.dialogue), await links()];
  await answerCard(context, withEarlier(rootCard(viewDialogue(world, stored), words), entries, linkTo, words));
}
