import { type TurnContext } from 'botbuilder';
import { busyRefusalSentence } from '../../cards/busy/busy-refusal.ts';
import { type BusyVerb } from '../../cards/busy/busy-verbs.ts';
import { type BusyCommand, type BusyRefusal } from '../../services/domain/busy/messages.ts';
import { hasRole, type Member } from '../../services/domain/people.ts';
import { onDutyAt } from '../../services/domain/roster/duty.ts';
import { MANUAL } from '../../services/domain/post.ts';
import { stormOn } from '../../services/domain/busy/storm.ts';
import { countRefusal } from '../../services/flows/count-refusal.ts';
import { actOnBusy } from '../../services/flows/busy/act-on-busy.ts';
import { tidyBusyCard } from '../../services/flows/busy/tidy-busy-card.ts';
import { takeNext } from '../../services/flows/busy/take-next.ts';
import { rosterNow, type World } from '../../services/flows/world.ts';
import { answerSentence } from '../answer.ts';
import { BUSY_CLICK, BUSY_COMMAND_OF, type BusyClick } from '../busy-clicks.ts';
import { type Typing } from '../typed-command.ts';
import { operationOf } from '../turn.ts';
import { type HandlerParts } from './dialogue-actions.ts';
import { handleManyForm, offerManyForm } from './many-form.ts';
import { turnAway } from './turn-away.ts';

/** A click on a card about a storm. What was done shows on the cards a moment later; who clicked hears it at once. */
export async function handleBusy(
  parts: HandlerParts,
  context: TurnContext,
  verb: BusyVerb,
  data: unknown,
): Promise<void> {
  const { world, words, people } = parts;
  const by = await people.memberOf(context);
  if (by === null) return turnAway({ world, words }, context, 'unknown-person');
  const click = BUSY_CLICK.safeParse(data);
  if (!click.success) return turnAway({ world, words }, context, 'unreadable');
  if (!hasRole(by, 'webcare')) {
    countRefusal(world, 'busy-role');
    return refuse(parts, context, { code: 'busy-role', role: 'webcare' });
  }
  if (verb === 'takeNext') {
    tidyLater(world, context, click.data);
    return take(parts, context, by, click.data);
  }
  if (verb === 'writeMany') return offerManyForm(parts, context, by, click.data);
  if (verb === 'submitMany') return handleManyForm(parts, context, by, click.data);
  tidyLater(world, context, click.data);
  const command = BUSY_COMMAND_OF[verb](click.data, around(world, by));
  const refusal = await actOnBusy(world, command, operationOf(context.activity));
  if (refusal !== null) return refuse(parts, context, refusal);
  await answerSentence(context, words.say(`busy.done.${verb}`));
}

/** After the answer, so that nobody waits for it. */
function tidyLater(world: World, { activity }: TurnContext, { storm }: BusyClick): void {
  const clicked = { thread: activity.conversation.id, activity: activity.replyToId ?? '' };
  if (clicked.activity === '') return;
  tidyBusyCard(world, storm, clicked).catch((fault: unknown) => {
    world.log.warn('a clicked card could not be tidied', { storm, fault });
  });
}

async function take(parts: HandlerParts, context: TurnContext, by: Member, { storm, topic }: BusyClick): Promise<void> {
  const { world, words } = parts;
  const taken = await takeNext(world, storm, topic, by, operationOf(context.activity));
  if (taken === null) return refuse(parts, context, { code: 'list-empty' });
  const handle = `@${taken.dialogue.citizen.handle}`;
  await answerSentence(context, words.say('busy.done.takeNext', { handle }));
}

/** `drukte aan` and `drukte uit`. What was done shows on the card; a refusal is said where it was typed. */
export async function typeBusy({ parts, context, by, rest }: Typing): Promise<void> {
  const { world, words } = parts;
  const on = /^(?:aan|on)$/i.test(rest);
  if (!on && !/^(?:uit|off)$/i.test(rest)) {
    await context.sendActivity(words.say('busy.typed'));
    return;
  }
  const { id } = around(world, by);
  const { storms } = world.team();
  // Practice beside real work is switched on by its proposal; whatever is on can be switched off.
  const usual = world.modeOf(MANUAL) === 'practice';
  const practice = on || stormOn(storms, usual) !== null ? usual : !usual;
  const command: BusyCommand = on
    ? { type: 'switchBusyOn', id, practice, by }
    : { type: 'switchBusyOff', practice, by };
  const refusal = await actOnBusy(world, command, operationOf(context.activity));
  if (refusal !== null) await context.sendActivity(busyRefusalSentence(refusal, words, world.clock.now()));
}

function around(
  world: World,
  by: Member,
): { readonly by: Member; readonly onDuty: readonly Member[]; readonly id: string } {
  return { by, onDuty: onDutyAt(rosterNow(world), world.clock.now()), id: world.unique() };
}

function refuse({ world, words }: HandlerParts, context: TurnContext, refusal: BusyRefusal): Promise<void> {
  return answerSentence(context, busyRefusalSentence(refusal, words, world.clock.now()));
}
