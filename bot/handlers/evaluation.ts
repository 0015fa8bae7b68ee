import { type TurnContext } from 'botbuilder';
import { z } from 'zod/v4';
import { evaluationCard } from '../../cards/evaluation/evaluation-card.ts';
import { AGREEMENT_INPUT, type EvaluationVerb } from '../../cards/evaluation/evaluation-verbs.ts';
import { townTalkText } from '../../cards/evaluation/town-talk-text.ts';
import { teamRefusal } from '../../cards/team-answer.ts';
import { readMonth } from '../../services/domain/evaluation/read-month.ts';
import { readFiguresRequest, whyNotShown } from '../../services/domain/figures/read-request.ts';
import { sightOf } from '../../services/domain/figures/who-sees.ts';
import { dayAfter } from '../../services/domain/roster/read-day.ts';
import { type EvaluationCommand } from '../../services/domain/evaluation/messages.ts';
import { type Member } from '../../services/domain/people.ts';
import { actOnTeam } from '../../services/flows/act-on-team.ts';
import { evaluateMonth } from '../../services/flows/evaluation/evaluate-month.ts';
import { tellTown } from '../../services/flows/evaluation/tell-town.ts';
import { weekNow } from '../../services/flows/evaluation/weekly-report.ts';
import { type World } from '../../services/flows/world.ts';
import { answerSentence, attachCard } from '../answer.ts';
import { type Typing } from '../typed-command.ts';
import { operationOf } from '../turn.ts';
import { readingFigures } from './asked-figures.ts';
import { type HandlerParts } from './dialogue-actions.ts';
import { turnAway } from './turn-away.ts';

/** A month to look back on, for everybody in the team. */
export async function showEvaluation({ parts: { world, words, links }, context, by, rest }: Typing): Promise<void> {
  const asked = readMonth(rest, readingFigures(world));
  if (sightOf(by) === null) await context.sendActivity(words.say('figures.noSight'));
  else if ('unread' in asked) await context.sendActivity(words.say(`evaluation.unread.${asked.unread}`));
  else {
    const [evaluation, linkTo] = [await evaluateMonth(world, asked, by), await links()];
    await context.sendActivity(attachCard(evaluationCard(evaluation, linkTo, words)));
  }
}

/** So many days when nothing else is asked for, today included. */
const DAYS = 7;

/** What goes on in town, as text that can be copied and forwarded: no client reads markdown in it. */
export async function showTownTalk({ parts: { world, words }, context, by, rest }: Typing): Promise<void> {
  const reading = readingFigures(world);
  const days = `${dayAfter(reading.today, 1 - DAYS)}..${reading.today}`;
  const asked = readFiguresRequest(rest, {
    ...reading,
    periodIn: (text) => reading.periodIn(text.trim() === '' ? days : text),
  });
  const municipality = world.settings.municipalities[0]?.name ?? world.settings.organisation;
  if (sightOf(by) === null) await context.sendActivity(words.say('figures.noSight'));
  else if ('unread' in asked) await context.sendActivity(words.say(`figures.unread.${asked.unread}`, { municipality }));
  else {
    const { towns } = await tellTown(world, asked);
    const about = { at: world.clock.now(), period: asked.period, practice: asked.mode === 'practice', towns };
    await context.sendActivity({ type: 'message', textFormat: 'plain', text: townTalkText(about, words) });
  }
}

/** `weekbericht aan` and `weekbericht stop`. */
export async function typeWeekly({ parts, context, by, rest }: Typing): Promise<void> {
  const on = /^(?:aan|on)$/i.test(rest);
  if (!on && !/^(?:stop|uit|off)$/i.test(rest)) {
    await context.sendActivity(parts.words.say('weekly.typed'));
    return;
  }
  await context.sendActivity(await switchReport(parts, by, on, operationOf(context.activity)));
}

const CLICK = z.object({
  month: z.string().max(7).default(''),
  [AGREEMENT_INPUT]: z.string().max(20_000).default(''),
});

/** A click on a card that looks back. The answer is a sentence: the card stays as it is, with what was typed on it. */
export async function handleEvaluation(
  parts: HandlerParts,
  context: TurnContext,
  verb: EvaluationVerb,
  data: unknown,
): Promise<void> {
  const { world, words, people } = parts;
  const by = await people.memberOf(context);
  if (by === null) return turnAway(parts, context, 'unknown-person');
  const operation = operationOf(context.activity);
  if (verb !== 'agree') return answerSentence(context, await switchReport(parts, by, verb === 'reportOn', operation));
  const click = CLICK.safeParse(data);
  if (!click.success || !isMonth(click.data.month, world)) return turnAway(parts, context, 'unreadable-form');
  const { month, agreement: text } = click.data;
  await answerSentence(
    context,
    await said(parts, { type: 'agree', by, month, text }, operation, words.say('evaluation.recorded')),
  );
}

function switchReport(parts: HandlerParts, by: Member, on: boolean, operation: string): Promise<string> {
  const { week, begun } = weekNow(parts.world);
  const done = parts.words.say(on ? 'weekly.turnedOn' : 'weekly.turnedOff');
  return said(parts, { type: 'switchReport', by, on, week, begun }, operation, done);
}

/** What came of it in a sentence. */
async function said(
  { world, words }: HandlerParts,
  command: EvaluationCommand,
  operation: string,
  done: string,
): Promise<string> {
  const { refusal } = await actOnTeam(world, command, { operation });
  return refusal === null ? done : teamRefusal(refusal, world.clock.now(), words);
}

/** A month that has begun, and no other words. */
function isMonth(month: string, world: World): boolean {
  const { today, periodIn } = readingFigures(world);
  const period = /^\d{4}-\d{2}$/.test(month) ? periodIn(month) : null;
  return period !== null && whyNotShown(period, today) === null;
}
