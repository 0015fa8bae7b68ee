import { type TurnContext } from 'botbuilder';
import { type FiguresRequest, whyNotShown } from '../../services/domain/figures/read-request.ts';
import { type World } from '../../services/flows/world.ts';
import { type StatsClick } from '../stats-clicks.ts';

/** Which figures a button asks for. null: no button of ours brings that. */
export function askedBy(
  { period: code, municipality, mode }: Omit<StatsClick, 'picture'>,
  { calendar, clock, settings }: World,
): FiguresRequest | null {
  const now = clock.now();
  const period = calendar.periodIn(code, now);
  const known = municipality === null || settings.municipalities.some(({ id }) => id === municipality);
  if (period === null || !known || whyNotShown(period, calendar.localTime(now).day) !== null) return null;
  return { period, municipality, mode };
}

/** In a 1:1 chat with the bot. */
export function isPersonal({ activity }: TurnContext): boolean {
  return activity.conversation.conversationType === 'personal';
}
