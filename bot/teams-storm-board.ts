import { type Activity, ActivityTypes, CardFactory } from 'botbuilder';
import { busyMessage } from '../cards/busy/busy-message.ts';
import { type Words } from '../cards/words.ts';
import { type StormMessage } from '../services/domain/busy/storm-message.ts';
import { type ChannelReference } from '../services/ports/installations.ts';
import { type StormBoard } from '../services/ports/storm-board.ts';
import { type Connector } from './connector.ts';
import { type Members } from './members.ts';
import { mentioning } from './mentioning.ts';
import { messageLink } from './message-link.ts';
import { type InChannel, threadWith } from './webcare-channel.ts';

export interface TeamsStormBoardParts {
  readonly connector: Connector;
  readonly members: Members;
  readonly inChannel: InChannel;
  readonly words: Words;
}

/** What stands in the webcare channel about a storm. Nothing of it is urgent: new cards of dialogues go before it. */
export function createTeamsStormBoard({ connector, members, inChannel, words }: TeamsStormBoardParts): StormBoard {
  async function drawn(message: StormMessage, channel: ChannelReference): Promise<Partial<Activity>> {
    const { text, mentions, card, summary } = busyMessage(message, words, (thread) => messageLink(channel, thread));
    return {
      type: ActivityTypes.Message,
      ...(summary === '' ? {} : { summary }),
      ...(text === '' ? {} : await mentioning(members, text, mentions)),
      ...(card === null ? {} : { attachments: [CardFactory.adaptiveCard(card)] }),
    };
  }
  return {
    open: (message) =>
      inChannel(async (channel) =>
        connector.openThread(channel.serviceUrl, threadWith(await drawn(message, channel), channel)),
      ),
    reply: (thread, message) =>
      inChannel(async (channel) => connector.send(channel.serviceUrl, thread, await drawn(message, channel))),
    update: ({ thread, activity }, message) =>
      inChannel(async (channel) =>
        connector.update(channel.serviceUrl, thread, activity, await drawn(message, channel)),
      ),
  };
}
