import { type TurnContext } from 'botbuilder';
import { rootCard } from '../../cards/dialogue-card.ts';
import { withNotice } from '../../cards/notice.ts';
import { refusalSentence } from '../../cards/refusal.ts';
import { type Person } from '../../services/domain/people.ts';
import { actOnDialogue } from '../../services/flows/act-on-dialogue.ts';
import { viewDialogue } from '../../services/flows/view-dialogue.ts';
import { type World } from '../../services/flows/world.ts';
import { answerCard, answerSentence } from '../answer.ts';
import { CLICK, type Click } from '../commands.ts';
import { operationOf } from '../turn.ts';
import { type HandlerParts } from './dialogue-actions.ts';

/** Doorgeven: a compliment to a department of the work instruction, or to one colleague in it. */
export async function handlePassOn(
  { world, words, people }: HandlerParts,
  context: TurnContext,
  data: unknown,
): Promise<void> {
  const who = await people.memberOf(context);
  if (who === null)
    return answerSentence(context, words.say('bot.unknownPerson', { organisation: world.settings.organisation }));
  const click = CLICK.safeParse(data);
  if (!click.success) return answerSentence(context, words.say('bot.oldButton'));
  const command = { type: 'passPraise', who, ...chosen(world, click.data) } as const;
  const operation = operationOf(context.activity);
  const { stored, refusal } = await actOnDialogue(world, click.data.dialogue, command, { operation });
  if (stored === null) return answerSentence(context, words.say('bot.unknownDialogue'));
  const card = rootCard(viewDialogue(world, stored), words);
  await answerCard(
    context,
    refusal === null ? card : withNotice(card, refusalSentence(refusal, words, world.clock.now())),
  );
}

/** Everybody in the department, or one of them. */
function chosen(
  { settings }: World,
  { passOnTo }: Click,
): { readonly department: string | null; readonly people: readonly Person[] } {
  const all = settings.departments.flatMap(({ people }) => people);
  const colleague = all.find(({ email }) => email === passOnTo);
  if (colleague !== undefined) return { department: null, people: [{ name: colleague.name, email: colleague.email }] };
  const department = settings.departments.find(({ name }) => name === passOnTo);
  const people = department?.people.map(({ name, email }) => ({ name, email })) ?? [];
  return { department: department?.name ?? null, people };
}
