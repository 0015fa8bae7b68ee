import { type Activity, type ConversationParameters } from 'botbuilder';
import { SECOND } from '../services/domain/instant.ts';
import { Fault } from '../services/ports/fault.ts';
import { type ChannelReference, type Installations } from '../services/ports/installations.ts';
import { type Pace } from './pace.ts';

/** Without a channel there is nowhere to post; installing the app tells us, and until then we look again this often. */
const NO_CHANNEL_PAUSE = 5 * SECOND;

/** Does something in the webcare channel when its turn has come. @throws Fault('teams') while no channel is known. */
export type InChannel = <T>(send: (channel: ChannelReference) => Promise<T>, urgent?: boolean) => Promise<T>;

/** The one way to the webcare channel, for all who post there: together they keep Teams' pace. */
export function webcareChannel(installations: Installations, pace: Pace): InChannel {
  return async (send, urgent = false) => {
    const channel = await installations.channel();
    if (channel === null || channel.trouble === 'removed' || channel.trouble === 'deleted') {
      throw new Fault('teams', 'No channel to post in is known: add the app to the team', undefined, NO_CHANNEL_PAUSE);
    }
    await pace.turn(urgent);
    try {
      return await send(channel);
    } catch (fault) {
      if (fault instanceof Fault && fault.retryAfter !== null) pace.pause(fault.retryAfter);
      throw fault;
    }
  };
}

/** A new thread in the channel that begins with this message. */
export function threadWith(activity: Partial<Activity>, channel: ChannelReference): Partial<ConversationParameters> {
  return {
    isGroup: true,
    bot: { id: channel.bot, name: '' },
    tenantId: channel.tenant,
    channelData: { channel: { id: channel.channel }, tenant: { id: channel.tenant } },
    activity: activity as Activity,
  };
}
