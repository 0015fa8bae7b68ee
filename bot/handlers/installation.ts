import { type ChannelInfo, TeamsInfo, type TurnContext } from 'botbuilder';
import { type Alerts } from '../../services/ports/alerts.ts';
import { type Clock } from '../../services/ports/clock.ts';
import { type ChannelReference, type Installations } from '../../services/ports/installations.ts';
import { type Log } from '../../services/ports/log.ts';
import { type People, teamsData, tenantOf } from '../turn.ts';

export interface InstallationParts {
  readonly installations: Installations;
  readonly people: People;
  readonly clock: Clock;
  readonly log: Log;
  /** Name of the channel that the cards go to. */
  readonly channelName: string;
  readonly alerts: Alerts;
}

const GONE = new Set(['channelDeleted', 'teamDeleted', 'teamHardDeleted', 'teamArchived']);

/** Installed, removed, renamed, restored: what Teams tells of where we are. It tells it again and again; that is harmless. */
export async function handleInstallation(parts: InstallationParts, context: TurnContext): Promise<void> {
  const { activity } = context;
  if (activity.conversation.conversationType === 'personal') return rememberPerson(parts, context);
  const { team, channel, eventType } = teamsData(activity);
  if (team === undefined) return;
  const known = await parts.installations.channel();
  const ours = known !== null && known.team === team.id;
  if (activity.action === 'remove' || activity.action === 'remove-upgrade')
    return ours ? trouble(parts, known, 'removed') : undefined;
  const aboutOurs = ours && (channel?.id === known.channel || (eventType ?? '').startsWith('team'));
  if (eventType !== undefined && GONE.has(eventType)) return aboutOurs ? trouble(parts, known, 'deleted') : undefined;
  await rememberChannel(parts, context, known);
}

async function rememberChannel(
  parts: InstallationParts,
  context: TurnContext,
  known: ChannelReference | null,
): Promise<void> {
  const { installations, clock, log, channelName } = parts;
  const { activity } = context;
  const { team } = teamsData(activity);
  if (team?.id === undefined) return;
  const channels = await TeamsInfo.getTeamChannels(context, team.id);
  const chosen = pick(channels, channelName, team.id, known);
  const renamed =
    known !== null && known.channel === chosen.id && !sameName(chosen.name ?? '', channelName) && chosen.id !== team.id;
  await installations.saveChannel({
    tenant: tenantOf(activity),
    serviceUrl: activity.serviceUrl,
    bot: activity.recipient.id,
    team: team.id,
    channel: chosen.id,
    channelName: chosen.name ?? 'General',
    trouble: renamed ? 'renamed' : null,
    updatedAt: clock.now(),
  });
  log.info('the webcare channel is known', { channel: chosen.id, renamed });
  if (renamed && known.trouble !== 'renamed') await tellCoordinators(parts, 'renamed');
}

/** By name; else the one we used before, under its new name; else General, which comes without a name and is the team's id. */
function pick(
  channels: readonly ChannelInfo[],
  name: string,
  team: string,
  known: ChannelReference | null,
): { id: string; name?: string } {
  const named = channels.find((channel) => sameName(channel.name ?? '', name));
  const before = channels.find((channel) => channel.id === known?.channel && channel.id !== team);
  const chosen = named ?? before;
  return chosen?.id === undefined ? { id: team } : { id: chosen.id, name: chosen.name };
}

function sameName(one: string, other: string): boolean {
  return one.localeCompare(other, undefined, { sensitivity: 'accent' }) === 0;
}

async function trouble(parts: InstallationParts, known: ChannelReference, why: 'removed' | 'deleted'): Promise<void> {
  const { installations, clock, log } = parts;
  await installations.saveChannel({ ...known, trouble: why, updatedAt: clock.now() });
  log.error('the webcare channel can no longer be reached', { why });
  if (known.trouble !== why) await tellCoordinators(parts, why);
}

/** What Teams told us is kept, whether or not they could be told of it: `/ready` says it too. */
async function tellCoordinators(
  { alerts, log }: InstallationParts,
  why: 'removed' | 'deleted' | 'renamed',
): Promise<void> {
  await alerts.toCoordinators({ what: 'channel', trouble: why }).catch((fault: unknown) => {
    log.error('no coordinator could be told of the trouble with the channel', { why, fault });
  });
}

async function rememberPerson(
  { installations, people, clock }: InstallationParts,
  context: TurnContext,
): Promise<void> {
  const { activity } = context;
  const { email, name } = await people.senderOf(context);
  if (email === '') return;
  if (activity.action === 'remove') return installations.forgetPerson(email);
  await installations.savePerson({
    email,
    name,
    teamsId: activity.from.id,
    aadObjectId: activity.from.aadObjectId ?? null,
    tenant: tenantOf(activity),
    serviceUrl: activity.serviceUrl,
    conversation: activity.conversation.id,
    updatedAt: clock.now(),
  });
}
