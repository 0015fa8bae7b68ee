import { type TurnContext } from 'botbuilder';
import { helpCard, type HelpLine } from '../../cards/help-card.ts';
import { refusalSentence } from '../../cards/refusal.ts';
import { type Member } from '../../services/domain/people.ts';
import { actOnDialogue } from '../../services/flows/act-on-dialogue.ts';
import { approveShown } from '../../services/flows/approve-shown.ts';
import { attachCard } from '../answer.ts';
import {
  FORM_COMMANDS,
  HELP_PATTERN,
  HELP_USAGE,
  plainText,
  type TypedCommand,
  TYPED_COMMANDS,
  typedCommand,
} from '../typed-commands.ts';
import { operationOf } from '../turn.ts';
import { type HandlerParts } from './dialogue-actions.ts';
import { offerForm } from './forms.ts';

/**
 * What somebody typed to the bot. A form can be asked for anywhere. In the thread of a dialogue the commands of the table
 * work; a refusal is said there, and what was done shows on the cards. Anything else typed in a thread does nothing at all.
 */
export async function handleText(parts: HandlerParts, context: TurnContext): Promise<void> {
  const { activity } = context;
  const text = plainText(activity.text);
  const member = await parts.people.memberOf(context);
  if (member === null) {
    const personal = activity.conversation.conversationType === 'personal';
    const { organisation } = parts.world.settings;
    await context.sendActivity(parts.words.say(personal ? 'bot.colleague' : 'bot.unknownPerson', { organisation }));
    return;
  }
  const asked = FORM_COMMANDS.find(({ pattern }) => pattern.test(text));
  if (asked !== undefined) return offerForm(parts, context, member, asked.does);
  const inThread = activity.conversation.id.includes(';messageid=');
  const typed = typedCommand(text);
  if (HELP_PATTERN.test(text) || (!inThread && typed === null)) {
    await context.sendActivity(attachCard(helpCard(helpLines(parts), parts.words)));
  } else if (typed !== null) {
    await actTyped(parts, context, member, typed.command, typed.rest);
  }
}

async function actTyped(
  { world, words }: HandlerParts,
  context: TurnContext,
  by: Member,
  command: TypedCommand,
  rest: string,
): Promise<void> {
  const dialogue = await world.store.dialogueOfThread(context.activity.conversation.id);
  if (dialogue === null) {
    await context.sendActivity(words.say('bot.notInThread'));
    return;
  }
  const operation = operationOf(context.activity);
  const asked = command.asks(rest);
  const { refusal } = asked
    ? await actOnDialogue(world, dialogue, { ...asked, by }, { operation })
    : await approveShown(world, dialogue, by, operation);
  if (refusal !== null) await context.sendActivity(refusalSentence(refusal, words, world.clock.now()));
}

/** The help is made of the very table that is listened to. */
function helpLines({ words: { language } }: HandlerParts): readonly HelpLine[] {
  return [
    ...FORM_COMMANDS.map(({ usage, does }) => ({ usage: usage[language], does })),
    ...TYPED_COMMANDS.map(({ usage, does }) => ({ usage: usage[language], does })),
    { usage: HELP_USAGE[language], does: 'help' },
  ];
}
