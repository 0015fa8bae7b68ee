import { ActivityTypes } from 'botbuilder';
import { alertText } from '../cards/alert.ts';
import { type Words } from '../cards/words.ts';
import { hasRole } from '../services/domain/people.ts';
import { type Settings } from '../services/domain/work-instruction/instruction.ts';
import { type Alerts } from '../services/ports/alerts.ts';
import { type Chats } from '../services/ports/chats.ts';
import { type Log } from '../services/ports/log.ts';
import { type Connector } from './connector.ts';
import { type InChannel, threadWith } from './webcare-channel.ts';

export interface TeamsAlertsParts {
  readonly connector: Connector;
  readonly chats: Chats;
  readonly inChannel: InChannel;
  readonly settings: Settings;
  readonly words: Words;
  readonly log: Log;
}

/** Alerts as messages in Teams: in the channel, or in the 1:1 chats with the coordinators. */
export function createTeamsAlerts({ connector, chats, inChannel, settings, words, log }: TeamsAlertsParts): Alerts {
  return {
    async toChannel(alert) {
      const activity = { type: ActivityTypes.Message, text: alertText(alert, words) };
      await inChannel((channel) => connector.openThread(channel.serviceUrl, threadWith(activity, channel)));
    },
    async toCoordinators(alert) {
      const coordinators = settings.team.filter((member) => hasRole(member, 'coordinator'));
      const told = await Promise.allSettled(
        coordinators.map(({ email }) => chats.send(email, { kind: 'alert', alert })),
      );
      const faults = told.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
      for (const fault of faults) log.warn('a coordinator could not be told', { alert: alert.what, fault });
      if (told.some((one) => one.status === 'fulfilled' && one.value !== 'refused')) return;
      if (faults.length > 0) throw faults[0];
      log.error('no coordinator can be told: give somebody the role in webcare.yml and let them add the app', {
        alert: alert.what,
      });
    },
  };
}
