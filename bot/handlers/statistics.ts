import { type TurnContext } from 'botbuilder';
import { type AdaptiveCard } from '../../cards/adaptive-card.ts';
import { explanationCard } from '../../cards/statistics/explanation-card.ts';
import { type FiguresView } from '../../cards/statistics/figures-view.ts';
import { ownFiguresCard } from '../../cards/statistics/own-figures-card.ts';
import {
  asksFiles,
  type FilesVerb,
  PICTURES,
  type PictureName,
  type StatsVerb,
} from '../../cards/statistics/stats-verbs.ts';
import { statisticsCard } from '../../cards/statistics/statistics-card.ts';
import { maySubscribe, subscriptionOf } from '../../services/domain/evaluation/report-subscription.ts';
import { type FiguresRequest, readFiguresRequest } from '../../services/domain/figures/read-request.ts';
import { isInTeam, sightOf } from '../../services/domain/figures/who-sees.ts';
import { type Member } from '../../services/domain/people.ts';
import { weighWorth } from '../../services/flows/evaluation/weigh-worth.ts';
import { hourLoadsOf } from '../../services/flows/hour-loads.ts';
import { reportFigures } from '../../services/flows/report-figures.ts';
import { answerCard, answerSentence, attachCard } from '../answer.ts';
import { STATS_CLICK } from '../stats-clicks.ts';
import { type Typing } from '../typed-command.ts';
import { type HandlerParts } from './dialogue-actions.ts';
import { askedBy, isPersonal, readingFigures } from './asked-figures.ts';
import { offerFigures } from './figures-file.ts';
import { turnAway } from './turn-away.ts';

/** `stats`: the figures of a period. */
export async function showStatistics({ parts, context, by, rest }: Typing): Promise<void> {
  const { world, words } = parts;
  const { settings } = world;
  if (sightOf(by) === null) {
    await context.sendActivity(words.say('figures.noSight'));
    return;
  }
  const asked = readFiguresRequest(rest, readingFigures(world));
  if ('unread' in asked) {
    const municipality = settings.municipalities[0]?.name ?? settings.organisation;
    await context.sendActivity(words.say(`figures.unread.${asked.unread}`, { municipality }));
    return;
  }
  const view = await viewOf(parts, context, by, asked, PICTURES[0]);
  await context.sendActivity(attachCard(await weighed(parts, view)));
}

/** A click on a card with figures: who clicks, where and now decides what is shown, not the card. */
export async function handleStatistics(
  parts: HandlerParts,
  context: TurnContext,
  verb: StatsVerb,
  data: unknown,
): Promise<void> {
  const { world, words, people } = parts;
  const by = await people.memberOf(context);
  if (by === null) return turnAway(parts, context, 'unknown-person');
  if (sightOf(by) === null) return answerSentence(context, words.say('figures.noSight'));
  const click = STATS_CLICK.safeParse(data);
  const asked = click.success ? askedBy(click.data, world) : null;
  if (!click.success || asked === null) return turnAway(parts, context, 'unreadable');
  if (verb === 'statsOwn' && !seesOwn(context, by)) return answerSentence(context, words.say('figures.ownElsewhere'));
  if (asksFiles(verb)) return offerFigures(parts, context, verb, asked);
  await answerCard(context, await draw(verb, await viewOf(parts, context, by, asked, click.data.picture), by, parts));
}

/** The card of a period, with what it is worth: that reads the whole roster, which no other card here needs. */
async function weighed({ world, words }: HandlerParts, view: FiguresView): Promise<AdaptiveCard> {
  return statisticsCard({ ...view, worth: await weighWorth(world, view.report) }, words);
}

async function draw(
  verb: Exclude<StatsVerb, FilesVerb>,
  view: FiguresView,
  by: Member,
  parts: HandlerParts,
): Promise<AdaptiveCard> {
  const { words } = parts;
  switch (verb) {
    case 'statsShow':
      return weighed(parts, view);
    case 'statsOwn':
      return ownFiguresCard(view, by.email, words);
    case 'statsExplain':
      return explanationCard(view, words);
  }
}

async function viewOf(
  { world }: HandlerParts,
  context: TurnContext,
  by: Member,
  { period, mode, municipality }: FiguresRequest,
  picture: PictureName,
): Promise<FiguresView> {
  const report = await reportFigures(world, period, { mode, municipality });
  return {
    report,
    today: world.calendar.localTime(report.at).day,
    place: world.settings.municipalities.find(({ id }) => id === municipality)?.name ?? null,
    picture,
    loads: picture === 'load' ? hourLoadsOf(world, report) : [],
    // In the channel everybody reads along.
    sight: isPersonal(context) ? (sightOf(by) ?? 'team') : 'team',
    files: isPersonal(context),
    own: seesOwn(context, by),
    ...(isPersonal(context) && maySubscribe(by)
      ? { weekly: { subscription: subscriptionOf(world.team().evaluated.reports, by) } }
      : {}),
  };
}

function seesOwn(context: TurnContext, by: Member): boolean {
  return isPersonal(context) && isInTeam(by);
}
