import { periodCode } from '../../domain/figures/period-code.ts';
import { type PersonalMessage } from '../../domain/personal-message.ts';
import { type ReportSubscription, subscriptionOf } from '../../domain/evaluation/report-subscription.ts';
import { type ReportLine } from '../../domain/team/team-line.ts';
import { sightOf } from '../../domain/figures/who-sees.ts';
import { MANUAL } from '../../domain/post.ts';
import { actOnTeam } from '../act-on-team.ts';
import { daysOnClock } from '../days-on-clock.ts';
import { reportFigures } from '../report-figures.ts';
import { type World } from '../world.ts';
import { weighWorth } from './weigh-worth.ts';

/** This week and the one before it, and whether this one's first opening moment was already. */
export function weekNow({ calendar, clock }: World): {
  readonly week: string;
  readonly about: string;
  readonly begun: boolean;
} {
  const now = clock.now();
  const code = (text: string): string => {
    const period = calendar.periodIn(text, now);
    return period === null ? '' : periodCode(period);
  };
  const period = calendar.periodIn('week', now);
  const { from } = period === null ? { from: now } : daysOnClock(calendar, period);
  return { week: code('week'), about: code('vorige week'), begun: calendar.openHours(from, now + 1).length > 0 };
}

/**
 * From the first opening moment of a week on, whoever asked for it is owed the report of the week before: the event that it
 * fell due and the messages are one commit. A closed Monday makes it Tuesday, and so does a bot that was down all Monday.
 */
export async function tendReports(world: World): Promise<void> {
  const { reports } = world.team().evaluated;
  if (reports.length === 0) return;
  const { week, about, begun } = weekNow(world);
  if (!begun || reports.every(({ told }) => told === week)) return;
  const now = world.clock.now();
  if (world.calendar.openHours(now, now + 1).length === 0) return;
  await actOnTeam(world, { type: 'reportDue', week, about });
}

/** Draws the figures of that week as they are now, and sends them. That there is no way to somebody is kept, not told to others. */
export async function sendReport(world: World, { who, about }: ReportLine): Promise<void> {
  const { chats, log } = world;
  const subscription = subscriptionOf(world.team().evaluated.reports, who);
  // Stopped before it was sent.
  if (subscription === null) return;
  const message = await weeklyReport(world, subscription, about);
  if (message === null || (await chats.send(who.email, message)) !== 'refused') return;
  log.warn('the report of the week could not be sent: there is no way to this person in Teams', { about });
  await actOnTeam(world, { type: 'reportRefused', email: who.email, about });
}

async function weeklyReport(
  world: World,
  subscription: ReportSubscription,
  about: string,
): Promise<PersonalMessage | null> {
  const { calendar, clock, settings } = world;
  const period = calendar.periodIn(about, clock.now());
  const member = settings.team.find((one) => one.email === subscription.who.email);
  const sight = member === undefined ? null : sightOf(member);
  if (period === null || sight === null) return null;
  const report = await reportFigures(world, period, { mode: world.modeOf(MANUAL), municipality: null });
  const worth = await weighWorth(world, report);
  return { kind: 'weekly-report', report, today: calendar.localTime(report.at).day, sight, worth, subscription };
}
