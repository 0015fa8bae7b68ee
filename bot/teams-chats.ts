import { type Activity, ActivityTypes, CardFactory } from 'botbuilder';
import { personalMessage } from '../cards/personal-message.ts';
import { type Words } from '../cards/words.ts';
import { type PersonalMessage } from '../services/domain/personal-message.ts';
import { type Person } from '../services/domain/people.ts';
import { type Chats, type Standing } from '../services/ports/chats.ts';
import { type Clock } from '../services/ports/clock.ts';
import { Fault } from '../services/ports/fault.ts';
import { type ChannelReference, type Installations } from '../services/ports/installations.ts';
import { type Connector } from './connector.ts';
import { type Members, signInName } from './members.ts';
import { linksIn } from './message-link.ts';
import { mentioning } from './mentioning.ts';
import { type Paces } from './paces.ts';
import { isRefusal } from './teams-answer.ts';
import { type InChannel, threadWith } from './webcare-channel.ts';

export interface TeamsChatsParts {
  readonly connector: Connector;
  readonly installations: Installations;
  readonly members: Members;
  readonly inChannel: InChannel;
  readonly paces: Paces;
  readonly words: Words;
  readonly clock: Clock;
}

/**
 * 1:1 chats in Teams, and channels for who cannot be reached in one. A chat is begun once and then known: somebody is reached
 * who added the app, or who is in the team. Each conversation keeps Teams' pace by itself.
 */
export function createTeamsChats(parts: TeamsChatsParts): Chats {
  const { connector, inChannel, members, paces } = parts;
  return {
    async send(email, message) {
      const activity = await drawn(parts, message);
      return unlessRefused(async () => {
        const chat = await chatWith(parts, email);
        if (chat === null) return 'refused';
        const { conversation } = chat;
        const sent = () => connector.send(chat.serviceUrl, conversation, activity);
        return { conversation, activity: await paces.take(conversation, sent) };
      });
    },
    async update({ conversation, activity }, message) {
      const now = await drawn(parts, message);
      const edit = ({ serviceUrl }: ChannelReference): Promise<'updated' | 'gone'> =>
        connector.update(serviceUrl, conversation, activity, now);
      const channel = await knownChannel(parts);
      return isIn(channel, conversation) ? inChannel(edit) : paces.take(conversation, () => edit(channel));
    },
    async sendIn(place, to, message) {
      const called = await calling(members, await drawn(parts, message), to);
      if (place.in === 'thread') {
        const send = ({ serviceUrl }: ChannelReference): Promise<string> =>
          connector.send(serviceUrl, place.thread, called);
        return { conversation: place.thread, activity: await inChannel(send) };
      }
      return unlessRefused(() => openIn(parts, place.name, called));
    },
  };
}

/** A new thread in the channel of the team that has this name. */
async function openIn(
  parts: TeamsChatsParts,
  name: string,
  activity: Partial<Activity>,
): Promise<Standing | 'refused'> {
  const { connector, inChannel, paces } = parts;
  const known = await knownChannel(parts);
  const channels = await connector.channels(known.serviceUrl, known.team);
  const found = channels.find((one) => one.name?.localeCompare(name, undefined, { sensitivity: 'accent' }) === 0);
  if (found?.id === undefined) return 'refused';
  const there = { ...known, channel: found.id };
  const open = (): ReturnType<Connector['openThread']> =>
    connector.openThread(known.serviceUrl, threadWith(activity, there));
  const opened = await (isIn(known, there.channel) ? inChannel(open) : paces.take(there.channel, open));
  return { conversation: opened.thread, activity: opened.activity };
}

function isIn({ channel }: ChannelReference, conversation: string): boolean {
  return conversation.split(';')[0] === channel;
}

async function drawn({ installations, words }: TeamsChatsParts, message: PersonalMessage): Promise<Partial<Activity>> {
  const { text, card, summary } = personalMessage(message, words, await linksIn(installations)());
  return {
    type: ActivityTypes.Message,
    ...(text === '' ? {} : { text }),
    ...(summary === '' ? {} : { summary }),
    ...(card === null ? {} : { attachments: [CardFactory.adaptiveCard(card)] }),
  };
}

/** The same message with a mention in front of it. */
async function calling(members: Members, activity: Partial<Activity>, to: Person): Promise<Partial<Activity>> {
  const { text, entities = [] } = await mentioning(members, `<at>${to.name}</at>`, [to]);
  return { ...activity, text: [text, activity.text].filter(Boolean).join(' '), entities };
}

async function unlessRefused<T>(deed: () => Promise<T | 'refused'>): Promise<T | 'refused'> {
  try {
    return await deed();
  } catch (fault) {
    // No app, blocked, or taken out of the team: trying again does not help.
    if (isRefusal(fault)) return 'refused';
    throw fault;
  }
}

async function knownChannel({ installations }: TeamsChatsParts): Promise<ChannelReference> {
  const channel = await installations.channel();
  if (channel === null) throw new Fault('teams', 'Where the bot is installed is not known: add the app to the team');
  return channel;
}

/** The chat with somebody, begun and remembered when there was none. null: nobody whom Teams knows for us. */
async function chatWith(
  { connector, installations, members, clock }: TeamsChatsParts,
  email: string,
): Promise<{ readonly serviceUrl: string; readonly conversation: string } | null> {
  const known = await installations.person(email);
  if (known?.conversation != null) return { serviceUrl: known.serviceUrl, conversation: known.conversation };
  const channel = await installations.channel();
  const member = await members.find(email);
  const teamsId = known?.teamsId ?? member?.id ?? null;
  if (channel === null || teamsId === null) return null;
  const { serviceUrl, tenant } = channel;
  const conversation = await connector.openPersonal(serviceUrl, {
    isGroup: false,
    bot: { id: channel.bot, name: '' },
    members: [{ id: teamsId, name: '' }],
    tenantId: tenant,
    channelData: { tenant: { id: tenant } },
  });
  await installations.savePerson({
    email: signInName(member ?? { email }),
    name: member?.name ?? known?.name ?? '',
    teamsId,
    aadObjectId: member?.aadObjectId ?? known?.aadObjectId ?? null,
    tenant,
    serviceUrl,
    conversation,
    updatedAt: clock.now(),
  });
  return { serviceUrl, conversation };
}
