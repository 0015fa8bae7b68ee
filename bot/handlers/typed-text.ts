import { type TurnContext } from 'botbuilder';
import { plainText, typedIn, type Typing, usageOf } from '../typed-command.ts';
import { STATS_COMMANDS } from '../stats-commands.ts';
import { PAUSE_COMMANDS } from '../team-commands.ts';
import { TYPED_COMMANDS } from '../typed-commands.ts';
import { answerTyped } from './colleague.ts';
import { type HandlerParts } from './dialogue-actions.ts';
import { showHelp } from './help.ts';

/**
 * What somebody typed to the bot: the command of the table that fits. Anything else typed in a thread does nothing at
 * all; elsewhere it is answered with the help.
 */
export async function handleText(parts: HandlerParts, context: TurnContext): Promise<void> {
  const { activity } = context;
  const by = await parts.people.memberOf(context);
  const personal = activity.conversation.conversationType === 'personal';
  if (by === null) {
    // The department that speaks for the organisation need not be in the team; the domain decides who may.
    const typed = typedIn(PAUSE_COMMANDS, plainText(activity.text));
    if (typed !== null) {
      const colleague = { ...(await parts.people.senderOf(context)), initials: null, roles: [] };
      return typed.command.run({ parts, context, by: colleague, rest: typed.rest });
    }
    // With its slash it is no answer to a question.
    if (/^\//.test(plainText(activity.text)) && typedIn(STATS_COMMANDS, plainText(activity.text)) !== null) {
      await context.sendActivity(parts.words.say('figures.noSight'));
      return;
    }
    if (personal && (await answerTyped(parts, context, plainText(activity.text)))) return;
    const { organisation } = parts.world.settings;
    await context.sendActivity(parts.words.say(personal ? 'bot.colleague' : 'bot.unknownPerson', { organisation }));
    return;
  }
  const typed = typedIn(TYPED_COMMANDS, plainText(activity.text));
  const typing: Typing = { parts, context, by, rest: typed?.rest ?? '' };
  if (typed === null) {
    if (personal && (await answerTyped(parts, context, plainText(activity.text)))) return;
    if (!activity.conversation.id.includes(';messageid=')) await showHelp(typing, TYPED_COMMANDS);
    return;
  }
  const { command, rest } = typed;
  if (command.rest?.needed !== true || rest !== '') return command.run(typing);
  // Angle brackets are markup to some clients.
  const usage = usageOf(command, parts.words.language).replace(/[<>]/g, '');
  await context.sendActivity(parts.words.say('typed.missing', { usage }));
}
