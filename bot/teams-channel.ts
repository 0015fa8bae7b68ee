import { type Activity, ActivityTypes, type Attachment, CardFactory } from 'botbuilder';
import { type AdaptiveCard } from '../cards/adaptive-card.ts';
import { announcement as drawAnnouncement } from '../cards/announcement.ts';
import { rootCard } from '../cards/dialogue-card.ts';
import { summary } from '../cards/summary.ts';
import { workCard } from '../cards/work-card.ts';
import { type Words } from '../cards/words.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { SECOND } from '../services/domain/instant.ts';
import { type Person } from '../services/domain/people.ts';
import { Fault } from '../services/ports/fault.ts';
import { type ChannelReference, type Installations } from '../services/ports/installations.ts';
import { type TeamChannel } from '../services/ports/team-channel.ts';
import { type Connector } from './connector.ts';
import { type Members } from './members.ts';
import { type Pace } from './pace.ts';

/** Without a channel there is nowhere to post; installing the app tells us, and until then we look again this often. */
const NO_CHANNEL_PAUSE = 5 * SECOND;

export interface TeamsChannelParts {
  readonly connector: Connector;
  readonly installations: Installations;
  readonly members: Members;
  readonly pace: Pace;
  readonly words: Words;
}

/** The webcare channel in Teams: draws with `cards`, sends through the connector, at Teams' pace. */
export function createTeamsChannel({ connector, installations, members, pace, words }: TeamsChannelParts): TeamChannel {
  async function paced<T>(send: (channel: ChannelReference) => Promise<T>, urgent = false): Promise<T> {
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
  }

  /** Text that mentions people, and what Teams needs to make it ring. Who has no id here is named. */
  async function mentioning(text: string, people: readonly Person[]): Promise<Partial<Activity>> {
    const found = await Promise.all(people.map(async (person) => ({ person, id: await members.idOf(person.email) })));
    const missing = found.filter(({ id }) => id === null);
    const shown = missing.reduce((line, { person }) => line.replaceAll(`<at>${person.name}</at>`, person.name), text);
    const entities = found
      .filter(({ id }) => id !== null)
      .map(({ person, id }) => ({
        type: 'mention',
        text: `<at>${person.name}</at>`,
        mentioned: { id, name: person.name },
      }));
    return { text: shown, entities };
  }

  return {
    openThread: (view) =>
      paced(
        (channel) =>
          connector.openThread(channel.serviceUrl, {
            isGroup: true,
            bot: { id: channel.bot, name: '' },
            tenantId: channel.tenant,
            channelData: { channel: { id: channel.channel }, tenant: { id: channel.tenant } },
            activity: message(rootCard(view, words), view) as Activity,
          }),
        true,
      ),
    updateRoot: ({ thread, activity }, view) =>
      paced(({ serviceUrl }) => connector.update(serviceUrl, thread, activity, message(rootCard(view, words), view))),
    postWork: async (thread, generation, view) => {
      const { mention } = view.dialogue.work;
      const called = mention
        ? await mentioning(words.say(reasonOf(view), { name: `<at>${mention.name}</at>` }), [mention])
        : {};
      const sent = { ...message(workCard(view, generation, words), view), ...called };
      return paced(({ serviceUrl }) => connector.send(serviceUrl, thread, sent));
    },
    updateWork: ({ thread, activity }, generation, view) =>
      paced(({ serviceUrl }) =>
        connector.update(serviceUrl, thread, activity, message(workCard(view, generation, words), view)),
      ),
    announce: async (thread, one, view) => {
      const drawn = drawAnnouncement(one, view, words);
      const called = await mentioning(drawn.text, drawn.mentions);
      const attachments = drawn.card ? [attachment(drawn.card)] : [];
      await paced(({ serviceUrl }) =>
        connector.send(serviceUrl, thread, { type: ActivityTypes.Message, ...called, attachments }),
      );
    },
    removeOrphan: async ({ thread, activity }) => {
      await paced(({ serviceUrl }) => connector.remove(serviceUrl, thread, activity));
    },
  };

  function message(card: AdaptiveCard, view: DialogueView): Partial<Activity> {
    return { type: ActivityTypes.Message, summary: summary(view, words), attachments: [attachment(card)] };
  }
}

/** Why a new work message calls its reader. */
function reasonOf({ dialogue: { stage } }: DialogueView): 'work.sentBack' | 'work.followedUp' {
  return stage.name === 'claimed' && stage.remark !== null ? 'work.sentBack' : 'work.followedUp';
}

function attachment(card: AdaptiveCard): Attachment {
  return CardFactory.adaptiveCard(card);
}
