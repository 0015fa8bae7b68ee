import { type TurnContext } from 'botbuilder';
import { rootCard } from '../../cards/dialogue-card.ts';
import { withNotice } from '../../cards/notice.ts';
import { refusalSentence } from '../../cards/refusal.ts';
import { addressees } from '../../services/domain/dialogue/together/pass-on-choices.ts';
import { actOnDialogue } from '../../services/flows/act-on-dialogue.ts';
import { viewDialogue } from '../../services/flows/view-dialogue.ts';
import { answerCard } from '../answer.ts';
import { CLICK } from '../commands.ts';
import { operationOf } from '../turn.ts';
import { type HandlerParts } from './dialogue-actions.ts';
import { isOfOtherThread, turnAway } from './turn-away.ts';

/** Doorgeven: a compliment to a department of the work instruction, or to one colleague in it. */
export async function handlePassOn(
  { world, words, people }: HandlerParts,
  context: TurnContext,
  data: unknown,
): Promise<void> {
  const who = await people.memberOf(context);
  if (who === null) return turnAway({ world, words }, context, 'unknown-person');
  const click = CLICK.safeParse(data);
  if (!click.success) return turnAway({ world, words }, context, 'unreadable');
  if (await isOfOtherThread(world, context, click.data.dialogue))
    return turnAway({ world, words }, context, 'other-thread');
  const command = { type: 'passPraise', who, ...addressees(click.data.passOnTo, world.settings) } as const;
  const operation = operationOf(context.activity);
  const { stored, refusal } = await actOnDialogue(world, click.data.dialogue, command, { operation });
  if (stored === null) return turnAway({ world, words }, context, 'unknown-dialogue');
  const card = rootCard(viewDialogue(world, stored), words);
  await answerCard(
    context,
    refusal === null ? card : withNotice(card, refusalSentence(refusal, words, world.clock.now())),
  );
}
