import { type TurnContext } from 'botbuilder';
import { type FiguresRequest, type ReadingFigures, whyNotShown } from '../../services/domain/figures/read-request.ts';
import { MANUAL } from '../../services/domain/post.ts';
import { type World } from '../../services/flows/world.ts';
import { type StatsClick } from '../stats-clicks.ts';

/** With what words about figures are read, now. */
export function readingFigures(world: World): ReadingFigures {
  const { settings, calendar, clock } = world;
  const now = clock.now();
  return {
    municipalities: settings.municipalities,
    usual: world.modeOf(MANUAL),
    today: calendar.localTime(now).day,
    periodIn: (text) => calendar.periodIn(text, now),
  };
}

/** Which figures a button asks for. null: no button of ours brings that. */
export function askedBy(
  { period: code, municipality, mode }: Omit<StatsClick, 'picture'>,
  world: World,
): FiguresRequest | null {
  const { municipalities, today, periodIn } = readingFigures(world);
  const period = periodIn(code);
  const known = municipality === null || municipalities.some(({ id }) => id === municipality);
  if (period === null || !known || whyNotShown(period, today) !== null) return null;
  return { period, municipality, mode };
}

/** In a 1:1 chat with the bot. */
export function isPersonal({ activity }: TurnContext): boolean {
  return activity.conversation.conversationType === 'personal';
}
