import { type TurnContext } from 'botbuilder';
import { z } from 'zod/v4';
import { refusalSentence } from '../../cards/refusal.ts';
import { shiftEndCard } from '../../cards/shift-end-card.ts';
import { SHIFT_CHOICES, shiftInput, type ShiftVerb } from '../../cards/verbs.ts';
import { shiftEnd } from '../../services/flows/end-shifts.ts';
import { settleShift } from '../../services/flows/settle-shift.ts';
import { answerCard, attachCard } from '../answer.ts';
import { operationOf } from '../turn.ts';
import { type HandlerParts } from './dialogue-actions.ts';
import { turnAway } from './turn-away.ts';

/** What such a card brings, as hostile as any click's; the choices stand beside it, one for each dialogue. */
const CLICK = z.object({
  to: z.string().max(320),
  until: z.number().int(),
  next: z.string().max(320),
  dialogues: z.array(z.string().min(1).max(100)).max(50),
});
const CHOICE = z.enum(SHIFT_CHOICES).catch('keep');

/** The end of somebody's shift, chosen by that person alone; the card then shows what they still hold. */
export async function handleShiftEnd(
  { world, words, people, links }: HandlerParts,
  context: TurnContext,
  verb: ShiftVerb,
  data: unknown,
): Promise<void> {
  const member = await people.memberOf(context);
  const click = CLICK.safeParse(data);
  if (!click.success) return turnAway({ world, words }, context, 'unreadable-form');
  const { to, until, next, dialogues } = click.data;
  if (member === null || member.email !== to) return turnAway({ world, words }, context, 'not-your-shift');
  const chosen = data as Readonly<Record<string, unknown>>;
  const choices = dialogues.map((dialogue, index) => ({
    dialogue,
    what: verb === 'shiftReleaseAll' ? ('release' as const) : CHOICE.parse(chosen[shiftInput(index)]),
  }));
  const { done, refusals } = await settleShift(world, member, choices, next, operationOf(context.activity));
  const now = world.clock.now();
  const said = [
    ...(done === 0 ? [] : [words.many('shift.done', done)]),
    ...new Set(refusals.map((refusal) => refusalSentence(refusal, words, now))),
  ];
  const card = shiftEndCard(await shiftEnd(world, member, until), words, await links(), said);
  await answerCard(context, card);
  const { replyToId } = context.activity;
  if (replyToId === undefined) return;
  await context.updateActivity({ ...attachCard(card), id: replyToId }).catch((fault: unknown) => {
    world.log.warn('a card at the end of a shift still shows what was', { fault });
  });
}
