import { type TurnContext } from 'botbuilder';
import { z } from 'zod/v4';
import { departmentCard } from '../../cards/department-card.ts';
import { refusalSentence } from '../../cards/refusal.ts';
import { DEPARTMENT_INPUT, type DepartmentVerb } from '../../cards/department-verbs.ts';
import { type PersonCommand } from '../../services/domain/dialogue/messages.ts';
import { type Member } from '../../services/domain/people.ts';
import { actOnDialogue } from '../../services/flows/act-on-dialogue.ts';
import { viewDialogue } from '../../services/flows/view-dialogue.ts';
import { answerCard, answerSentence } from '../answer.ts';
import { operationOf } from '../turn.ts';
import { type HandlerParts } from './dialogue-actions.ts';
import { turnAway } from './turn-away.ts';

/** What such a click brings: hostile until read here. Who clicked is asked of Teams, and the domain says what they may. */
const CLICK = z.object({
  dialogue: z.string().min(1).max(100),
  round: z.number().int().nonnegative(),
  hash: z.string().max(100).default(''),
  [DEPARTMENT_INPUT]: z.string().max(20_000).default(''),
});
type Click = z.infer<typeof CLICK>;

const ASKS = {
  yesApprove: ({ hash }) => ({ type: 'approve', hash }),
  yesSendBack: ({ yesRemark }) => ({ type: 'sendBack', remark: yesRemark }),
  yesTakeOver: () => ({ type: 'takeToDepartment' }),
  yesStop: () => ({ type: 'stop' }),
} as const satisfies Record<DepartmentVerb, (click: Click) => Omit<PersonCommand, 'by'>>;

/** A click of somebody of a department whose yes was asked: mostly nobody of the team, and answered with their own card alone. */
export async function handleDepartment(
  parts: HandlerParts,
  context: TurnContext,
  verb: DepartmentVerb,
  data: unknown,
): Promise<void> {
  const { world, words } = parts;
  const read = CLICK.safeParse(data);
  if (!read.success) return turnAway({ world, words }, context, 'unreadable-form');
  const { dialogue, round } = read.data;
  const by = await somebody(parts, context);
  const operation = { operation: operationOf(context.activity) };
  const { stored, refusal } = await actOnDialogue(world, dialogue, { ...ASKS[verb](read.data), by }, operation);
  if (refusal !== null) return answerSentence(context, refusalSentence(refusal, words, world.clock.now()));
  const shown = stored === null ? null : await world.store.unsettled(dialogue);
  const card = shown?.shown.askings?.find((one) => one.round === round && one.email === by.email);
  if (stored === null || card === undefined) return turnAway({ world, words }, context, 'unknown-dialogue');
  const { organisation } = world.settings;
  const view = viewDialogue(world, stored);
  await answerCard(context, departmentCard({ view, round, department: card.department, organisation }, words));
}

/** Of the team with their roles; everybody else with a name alone. */
async function somebody({ people }: HandlerParts, context: TurnContext): Promise<Member> {
  const { name, email } = await people.senderOf(context);
  return (await people.memberOf(context)) ?? { name, email, initials: null, roles: [] };
}
