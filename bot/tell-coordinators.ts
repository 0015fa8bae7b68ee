import { ActivityTypes } from 'botbuilder';
import { hasRole } from '../services/domain/people.ts';
import { type Settings } from '../services/domain/work-instruction/instruction.ts';
import { type Installations } from '../services/ports/installations.ts';
import { type Log } from '../services/ports/log.ts';
import { type Connector } from './connector.ts';

export interface TellParts {
  readonly connector: Connector;
  readonly installations: Installations;
  readonly settings: Settings;
  readonly log: Log;
}

/** Tells coordinators in a 1:1 chat what the team cannot solve. Who has no chat with the bot is passed by: `/ready` says it too. */
export async function tellCoordinators(
  { connector, installations, settings, log }: TellParts,
  text: string,
): Promise<void> {
  for (const { email } of settings.team.filter((member) => hasRole(member, 'coordinator'))) {
    const person = await installations.person(email);
    if (person?.conversation == null) continue;
    await connector
      .send(person.serviceUrl, person.conversation, { type: ActivityTypes.Message, text })
      .catch((fault: unknown) => {
        log.warn('a coordinator could not be told', { fault });
      });
  }
}
