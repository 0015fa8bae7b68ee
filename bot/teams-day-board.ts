import { ActivityTypes, type Activity } from 'botbuilder';
import { dayCard } from '../cards/day-card.ts';
import { type LinkTo } from '../cards/overview-lines.ts';
import { type Words } from '../cards/words.ts';
import { type Day } from '../services/domain/overview/day.ts';
import { type DayBoard } from '../services/ports/day-board.ts';
import { attachCard } from './answer.ts';
import { type Connector } from './connector.ts';
import { type InChannel, threadWith } from './webcare-channel.ts';

export interface TeamsDayBoardParts {
  readonly connector: Connector;
  readonly inChannel: InChannel;
  readonly links: () => Promise<LinkTo>;
  readonly words: Words;
}

/** The day card in the webcare channel, at Teams' pace. It mentions nobody. */
export function createTeamsDayBoard({ connector, inChannel, links, words }: TeamsDayBoardParts): DayBoard {
  async function message(day: Day): Promise<Partial<Activity>> {
    const title = words.say('day.title', { day: words.date(day.at, day.at) });
    return { ...attachCard(dayCard(day, await links(), words)), type: ActivityTypes.Message, summary: title };
  }
  return {
    async post(day) {
      const sent = await message(day);
      return inChannel((channel) => connector.openThread(channel.serviceUrl, threadWith(sent, channel)));
    },
    async update({ thread, activity }, day) {
      const sent = await message(day);
      return inChannel(({ serviceUrl }) => connector.update(serviceUrl, thread, activity, sent));
    },
  };
}
