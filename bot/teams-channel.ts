import { type Activity, ActivityTypes, type Attachment, CardFactory } from 'botbuilder';
import { type AdaptiveCard } from '../cards/adaptive-card.ts';
import { announcement as drawAnnouncement } from '../cards/announcement.ts';
import { rootCard } from '../cards/dialogue-card.ts';
import { summary } from '../cards/summary.ts';
import { workCard } from '../cards/work-card.ts';
import { workReason } from '../cards/work-reason.ts';
import { type Words } from '../cards/words.ts';
import { type Announcement } from '../services/domain/dialogue/messages.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type TeamChannel } from '../services/ports/team-channel.ts';
import { type Connector } from './connector.ts';
import { type Members } from './members.ts';
import { mentioning } from './mentioning.ts';
import { type InChannel, threadWith } from './webcare-channel.ts';

export interface TeamsChannelParts {
  readonly connector: Connector;
  readonly members: Members;
  readonly inChannel: InChannel;
  readonly words: Words;
}

/** The webcare channel in Teams: draws with `cards`, sends through the connector, at Teams' pace. */
export function createTeamsChannel({ connector, members, inChannel, words }: TeamsChannelParts): TeamChannel {
  return {
    openThread: (view) =>
      inChannel(
        (channel) =>
          connector.openThread(channel.serviceUrl, threadWith(message(rootCard(view, words), view), channel)),
        true,
      ),
    updateRoot: ({ thread, activity }, view) =>
      inChannel(({ serviceUrl }) =>
        connector.update(serviceUrl, thread, activity, message(rootCard(view, words), view)),
      ),
    postWork: async (thread, generation, view) => {
      const { mention } = view.dialogue.work;
      const called = mention ? await mentioning(members, workReason(view, mention, words), [mention]) : {};
      const sent = { ...message(workCard(view, generation, words), view), ...called };
      return inChannel(({ serviceUrl }) => connector.send(serviceUrl, thread, sent));
    },
    updateWork: ({ thread, activity }, generation, view) =>
      inChannel(({ serviceUrl }) =>
        connector.update(serviceUrl, thread, activity, message(workCard(view, generation, words), view)),
      ),
    announce: async (thread, one, view) => {
      const sent = await line(one, view);
      return inChannel(({ serviceUrl }) => connector.send(serviceUrl, thread, sent));
    },
    updateAnnouncement: async ({ thread, activity }, one, view) => {
      const now = await line(one, view);
      return inChannel(({ serviceUrl }) => connector.update(serviceUrl, thread, activity, now));
    },
    removeOrphan: async ({ thread, activity }) => {
      await inChannel(({ serviceUrl }) => connector.remove(serviceUrl, thread, activity));
    },
  };

  async function line(one: Announcement, view: DialogueView): Promise<Partial<Activity>> {
    const drawn = drawAnnouncement(one, view, words);
    const called = await mentioning(members, drawn.text, drawn.mentions);
    const attachments = drawn.card ? [attachment(drawn.card)] : [];
    return { type: ActivityTypes.Message, ...called, attachments };
  }

  function message(card: AdaptiveCard, view: DialogueView): Partial<Activity> {
    return { type: ActivityTypes.Message, summary: summary(view, words), attachments: [attachment(card)] };
  }
}

function attachment(card: AdaptiveCard): Attachment {
  return CardFactory.adaptiveCard(card);
}
