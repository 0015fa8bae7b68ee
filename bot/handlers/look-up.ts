import { instructionCard } from '../../cards/instruction-card.ts';
import { whoCard } from '../../cards/who-card.ts';
import { partAbout } from '../../services/domain/work-instruction/part-about.ts';
import { knownTopics, whoKnows } from '../../services/domain/work-instruction/who-knows.ts';
import { attachCard } from '../answer.ts';
import { type Typing } from '../typed-command.ts';

/** Who knows about something. In the thread of a dialogue its municipality goes without saying. */
export async function showWho({ parts: { world, words }, context, rest }: Typing): Promise<void> {
  const { settings, store } = world;
  const dialogue = await store.dialogueOfThread(context.activity.conversation.id);
  const known = dialogue === null ? null : ((await store.load(dialogue))?.dialogue.municipality ?? null);
  const { departments } = whoKnows(settings, rest, known);
  await context.sendActivity(
    attachCard(whoCard(rest, departments, knownTopics(settings), settings.municipalities, words)),
  );
}

/** The work instruction, or the part of it that was asked for. */
export async function showInstruction({ parts: { world, words }, context, rest }: Typing): Promise<void> {
  const { settings } = world;
  await context.sendActivity(attachCard(instructionCard(partAbout(settings, rest), settings, words)));
}
