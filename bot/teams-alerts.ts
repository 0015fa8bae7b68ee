import { type Activity, ActivityTypes } from 'botbuilder';
import { alertText } from '../cards/alert.ts';
import { type Words } from '../cards/words.ts';
import { hasRole } from '../services/domain/people.ts';
import { type Settings } from '../services/domain/work-instruction/instruction.ts';
import { type Alerts } from '../services/ports/alerts.ts';
import { type Installations } from '../services/ports/installations.ts';
import { type Log } from '../services/ports/log.ts';
import { type Connector, isRefusal } from './connector.ts';
import { type Members } from './members.ts';
import { type InChannel, threadWith } from './webcare-channel.ts';

export interface TeamsAlertsParts {
  readonly connector: Connector;
  readonly installations: Installations;
  readonly members: Members;
  readonly inChannel: InChannel;
  readonly settings: Settings;
  readonly words: Words;
  readonly log: Log;
}

/** Alerts as messages in Teams. A coordinator is reached in the chat they began with the bot, or as a member of the team. */
export function createTeamsAlerts(parts: TeamsAlertsParts): Alerts {
  const { connector, inChannel, settings, words, log } = parts;
  return {
    async toChannel(alert) {
      const activity = { type: ActivityTypes.Message, text: alertText(alert, words) };
      await inChannel((channel) => connector.openThread(channel.serviceUrl, threadWith(activity, channel)));
    },
    async toCoordinators(alert) {
      const activity = { type: ActivityTypes.Message, text: alertText(alert, words) };
      const coordinators = settings.team.filter((member) => hasRole(member, 'coordinator'));
      const told = await Promise.allSettled(coordinators.map(({ email }) => tell(parts, email, activity)));
      const faults = told.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
      for (const fault of faults) log.warn('a coordinator could not be told', { alert: alert.what, fault });
      if (told.some((one) => one.status === 'fulfilled' && one.value)) return;
      if (faults.length > 0) throw faults[0];
      log.error('no coordinator can be told: give somebody the role in webcare.yml and let them add the app', {
        alert: alert.what,
      });
    },
  };
}

/** False: there is no way to this person. */
async function tell(parts: TeamsAlertsParts, email: string, activity: Partial<Activity>): Promise<boolean> {
  try {
    const chat = await chatWith(parts, email);
    if (chat === null) return false;
    await parts.connector.send(chat.serviceUrl, chat.conversation, activity);
    return true;
  } catch (fault) {
    // Blocked, or taken out of the team: trying again does not help.
    if (isRefusal(fault)) return false;
    throw fault;
  }
}

async function chatWith(
  { connector, installations, members }: TeamsAlertsParts,
  email: string,
): Promise<{ readonly serviceUrl: string; readonly conversation: string } | null> {
  const person = await installations.person(email);
  if (person?.conversation != null) return { serviceUrl: person.serviceUrl, conversation: person.conversation };
  const [channel, id] = [await installations.channel(), await members.idOf(email)];
  if (channel === null || id === null) return null;
  const conversation = await connector.openPersonal(channel.serviceUrl, {
    isGroup: false,
    bot: { id: channel.bot, name: '' },
    members: [{ id, name: '' }],
    tenantId: channel.tenant,
    channelData: { tenant: { id: channel.tenant } },
  });
  return { serviceUrl: channel.serviceUrl, conversation };
}
