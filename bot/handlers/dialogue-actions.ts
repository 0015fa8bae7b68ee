import { type TurnContext } from 'botbuilder';
import { type AdaptiveCard } from '../../cards/adaptive-card.ts';
import { rootCard } from '../../cards/dialogue-card.ts';
import { type LinkTo } from '../../cards/overview-lines.ts';
import { withNotice } from '../../cards/notice.ts';
import { promisedInWords } from '../../cards/promised-words.ts';
import { refusalSentence } from '../../cards/refusal.ts';
import { isVerb, type Verb } from '../../cards/verbs.ts';
import { type Words } from '../../cards/words.ts';
import { workCard } from '../../cards/work-card.ts';
import { type Dialogue } from '../../services/domain/dialogue/dialogue.ts';
import { chosen } from '../../services/domain/dialogue/channel.ts';
import { channelOf } from '../../services/domain/dialogue/choose-channel.ts';
import { type PersonCommand } from '../../services/domain/dialogue/messages.ts';
import { type Refusal } from '../../services/domain/dialogue/refusal.ts';
import { type Instant } from '../../services/domain/instant.ts';
import { type DialogueView } from '../../services/domain/dialogue/view.ts';
import { type StoredDialogue } from '../../services/ports/dialogue-store.ts';
import { type Acted, actOnDialogue } from '../../services/flows/act-on-dialogue.ts';
import { countRefusal } from '../../services/flows/count-refusal.ts';
import { type DialogueFinder } from '../../services/flows/dialogue-finder.ts';
import { actOnQuestion } from '../../services/flows/ask-colleague.ts';
import { goPublic } from '../../services/flows/go-public.ts';
import { holdReply, withMoment } from '../../services/flows/hold-reply.ts';
import { reportPlaced } from '../../services/flows/report-placed.ts';
import { tidyClickedCard } from '../../services/flows/tidy-clicked-card.ts';
import { viewDialogue, viewUnmasked } from '../../services/flows/view-dialogue.ts';
import { type World } from '../../services/flows/world.ts';
import { type FileWriter } from '../../services/ports/file-writer.ts';
import { answerCard, answerSentence } from '../answer.ts';
import { type FileDelivery } from '../file-delivery.ts';
import { CLICK, type Click, commandOf } from '../commands.ts';
import { operationOf, type People } from '../turn.ts';
import { isOfOtherThread, turnAway } from './turn-away.ts';

export interface HandlerParts {
  readonly world: World;
  readonly words: Words;
  readonly people: People;
  /** Looked up once for each answer: how to lead to a thread. */
  readonly links: () => Promise<LinkTo>;
  readonly finder: DialogueFinder;
  readonly files: FileWriter;
  readonly delivery: FileDelivery;
}

/** A click on a card of a dialogue: who, what, do it, and answer with the card as it is now. */
export async function handleClick(
  parts: HandlerParts,
  context: TurnContext,
  verb: string,
  data: unknown,
): Promise<void> {
  const { world, people } = parts;
  const member = await people.memberOf(context);
  if (member === null) return turnAway(parts, context, 'unknown-person');
  const click = CLICK.safeParse(data);
  if (!click.success || !isVerb(verb)) return answerOldButton(parts, context, data);
  if (await isOfOtherThread(world, context, click.data.dialogue)) return turnAway(parts, context, 'other-thread');
  const command = commandOf(verb, click.data, member, world.calendar);
  const operation = { operation: operationOf(context.activity) };
  const acted = await act(parts, click.data.dialogue, command, operation);
  if (acted.stored === null) return turnAway(parts, context, 'unknown-dialogue');
  const stays = await answerClick(parts, context, acted, acted.stored, verb, click.data);
  if (!stays) tidyLater(world, context, click.data);
}

/** Some commands need an answer of the network first, or a moment in words. */
async function act(
  { world, words }: HandlerParts,
  dialogue: string,
  command: PersonCommand,
  operation: { readonly operation: string },
): Promise<Acted> {
  const inWords = (at: Instant): string => promisedInWords(at, world.clock.now(), words);
  switch (command.type) {
    case 'reportPlaced':
      return reportPlaced(world, dialogue, command, operation);
    case 'goPublic':
      return goPublic(world, dialogue, command, (link) => words.say('reply.invitation', { link }), operation);
    case 'hold':
      return holdReply(world, dialogue, command, inWords, operation);
    case 'ask':
      return actOnQuestion(
        world,
        dialogue,
        command.holding == null ? command : { ...command, holding: withMoment(world, command.holding, inWords) },
        operation,
      );
    case 'withdrawQuestion':
    case 'recordAnswer':
    case 'intoConcept':
      return actOnQuestion(world, dialogue, command, operation);
    default:
      return actOnDialogue(world, dialogue, command, operation);
  }
}

/**
 * The card as it is now, with a refusal on top of it. Where an update of that very card is on its way, it would wipe
 * the refusal before anybody read it: then the sentence comes by itself and the update brings the card. A form that was
 * filled in stays as it is, and true is given.
 */
async function answerClick(
  { world, words }: HandlerParts,
  context: TurnContext,
  { refusal, due }: Acted,
  stored: StoredDialogue,
  verb: Verb,
  click: Click,
): Promise<boolean> {
  const silent = refusal === null || refusal.code === 'already-yours';
  const sentence = silent ? '' : refusalSentence(refusal, words, world.clock.now());
  const stays = !silent && (verb === 'ask' || verb === 'recordAnswer');
  if (!silent && (stays || due.length > 0 || isBehind(stored.dialogue, click))) {
    await answerSentence(context, sentence);
    return stays;
  }
  const card = draw(viewAfter(world, stored, verb, refusal, click), click, words);
  await answerCard(context, silent ? card : withNotice(card, sentence));
  return false;
}

/** Whether the card that was clicked shows less than is true now. */
function isBehind({ faceAt, work }: Dialogue, { card, generation, seen }: Click): boolean {
  return seen < (card === 'root' ? faceAt : generation === work.generation ? work.changedAt : 0);
}

/** Showing what is masked must not cost what somebody was typing: it stays on the card, and is not stored. */
function viewAfter(
  world: World,
  stored: StoredDialogue,
  verb: Verb,
  refusal: Refusal | null,
  click: Click,
): DialogueView {
  if (verb !== 'reveal' || refusal !== null) return viewDialogue(world, stored);
  const { dialogue } = stored;
  if (click.concept === '' || dialogue.stage.name !== 'claimed') return viewUnmasked(world, stored);
  const channel = chosen(click.channel ?? channelOf(dialogue));
  const concept = { text: click.concept, writer: dialogue.stage.by, at: world.clock.now(), ...channel };
  return viewUnmasked(world, { ...stored, dialogue: { ...dialogue, concept } });
}

function draw(view: DialogueView, { card, generation }: Click, words: Words): AdaptiveCard {
  return card === 'root'
    ? rootCard(view, words)
    : workCard(view, Math.min(generation, view.dialogue.work.generation), words);
}

/** A button of an earlier release, or one that was tampered with: say so, with the card as it is now when there is one. */
async function answerOldButton(parts: HandlerParts, context: TurnContext, data: unknown): Promise<void> {
  const { world, words } = parts;
  const named = CLICK.pick({ dialogue: true }).safeParse(data);
  const stored = named.success ? await world.store.load(named.data.dialogue) : null;
  if (stored === null) return turnAway(parts, context, 'unreadable');
  countRefusal(world, 'unreadable');
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
