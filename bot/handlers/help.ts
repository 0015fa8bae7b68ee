import { helpCard } from '../../cards/help-card.ts';
import { attachCard } from '../answer.ts';
import { type TypedCommand, type Typing, usageOf } from '../typed-command.ts';

/** The help is made of the very table that is listened to. */
export async function showHelp(
  { parts: { words }, context }: Typing,
  commands: readonly TypedCommand[],
): Promise<void> {
  const lines = commands.map((command) => ({ usage: usageOf(command, words.language), does: command.does }));
  await context.sendActivity(attachCard(helpCard(lines, words)));
}
