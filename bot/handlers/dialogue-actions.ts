import { type TurnContext } from 'botbuilder';
import { type AdaptiveCard } from '../../cards/adaptive-card.ts';
import { rootCard } from '../../cards/dialogue-card.ts';
import { withNotice } from '../../cards/notice.ts';
import { refusalSentence } from '../../cards/refusal.ts';
import { isVerb, type Verb } from '../../cards/verbs.ts';
import { type Words } from '../../cards/words.ts';
import { workCard } from '../../cards/work-card.ts';
import { type DialogueView } from '../../services/domain/dialogue/view.ts';
import { type StoredDialogue } from '../../services/ports/dialogue-store.ts';
import { type Acted, actOnDialogue } from '../../services/flows/act-on-dialogue.ts';
import { reportPlaced } from '../../services/flows/report-placed.ts';
import { tidyClickedCard } from '../../services/flows/tidy-clicked-card.ts';
import { viewDialogue, viewUnmasked } from '../../services/flows/view-dialogue.ts';
import { type World } from '../../services/flows/world.ts';
import { answerCard, answerSentence } from '../answer.ts';
import { CLICK, type Click, commandOf } from '../commands.ts';
import { operationOf, type People } from '../turn.ts';

export interface HandlerParts {
  readonly world: World;
  readonly words: Words;
  readonly people: People;
}

/** A click on a card of a dialogue: who, what, do it, and answer with the card as it is now. */
export async function handleClick(
  parts: HandlerParts,
  context: TurnContext,
  verb: string,
  data: unknown,
): Promise<void> {
  const { world, words, people } = parts;
  const member = await people.memberOf(context);
  if (member === null)
    return answerSentence(context, words.say('bot.unknownPerson', { organisation: world.settings.organisation }));
  const click = CLICK.safeParse(data);
  if (!click.success || !isVerb(verb)) return answerOldButton(parts, context, data);
  const command = commandOf(verb, click.data, member);
  const operation = { operation: operationOf(context.activity) };
  const acted =
    command.type === 'reportPlaced'
      ? await reportPlaced(world, click.data.dialogue, command, operation)
      : await actOnDialogue(world, click.data.dialogue, command, operation);
  if (acted.stored === null) return answerSentence(context, words.say('bot.unknownDialogue'));
  await answerCard(context, cardAfter(parts, acted, acted.stored, verb, click.data));
  tidyLater(world, context, click.data);
}

function cardAfter(
  { world, words }: HandlerParts,
  { refusal }: Acted,
  stored: StoredDialogue,
  verb: Verb,
  click: Click,
): AdaptiveCard {
  const view = verb === 'reveal' && refusal === null ? viewUnmasked(world, stored) : viewDialogue(world, stored);
  const card = draw(view, click, words);
  const silent = refusal === null || refusal.code === 'already-yours';
  return silent ? card : withNotice(card, refusalSentence(refusal, words, view.at));
}

function draw(view: DialogueView, { card, generation }: Click, words: Words): AdaptiveCard {
  return card === 'root'
    ? rootCard(view, words)
    : workCard(view, Math.min(generation, view.dialogue.work.generation), words);
}

/** A button of an earlier release, or one that was tampered with: say so, with the card as it is now when there is one. */
async function answerOldButton({ world, words }: HandlerParts, context: TurnContext, data: unknown): Promise<void> {
  const named = CLICK.pick({ dialogue: true }).safeParse(data);
  const stored = named.success ? await world.store.load(named.data.dialogue) : null;
  world.log.warn('a click was not understood', { dialogue: stored?.dialogue.id ?? null });
  if (stored === null) return answerSentence(context, words.say('bot.oldButton'));
  await answerCard(context, withNotice(rootCard(viewDialogue(world, stored), words), words.say('bot.oldButton')));
}

/** After the answer, so that nobody waits for it. */
function tidyLater(world: World, { activity }: TurnContext, click: Click): void {
  const clicked = { thread: activity.conversation.id, activity: activity.replyToId ?? '' };
  if (clicked.activity === '') return;
  tidyClickedCard(world, click.dialogue, clicked, click).catch((fault: unknown) => {
    world.log.warn('a clicked card could not be tidied', { dialogue: click.dialogue, fault });
  });
}
