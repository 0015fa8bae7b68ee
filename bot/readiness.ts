import { type SettleQueue } from '../services/flows/settle-queue.ts';
import { type Installations } from '../services/ports/installations.ts';
import { type Readiness } from './server.ts';
import { type Status } from './status.ts';

export interface ReadinessParts {
  readonly tables: { ping(): Promise<void> };
  readonly installations: Installations;
  readonly status: Status;
  readonly queue: SettleQueue;
}

const CHANNEL_TROUBLE = {
  removed: 'The app was removed from the team: add it again.',
  deleted: 'The webcare channel was deleted: make a channel of the configured name and add the app to the team again.',
  renamed:
    'The webcare channel has another name than teams.channel in webcare.yml: give it that name or change the setting.',
} as const;

/** Able to work: the tables answer and the channel is known. What is not well is told in words. */
export function readinessOf({ tables, installations, status, queue }: ReadinessParts): () => Promise<Readiness> {
  return async () => {
    const storage = await wordsOf(tables.ping());
    const channel = storage === null ? await channelTrouble(installations) : null;
    const wrong = [storage, channel === CHANNEL_TROUBLE.renamed ? null : channel].filter((one) => one !== null);
    return {
      ready: wrong.length === 0,
      wrong: [...wrong, ...(channel === CHANNEL_TROUBLE.renamed ? [channel] : []), ...status.troubles()],
      notes: status.notes(),
      lastRead: status.lastRead(),
      waiting: queue.waiting,
    };
  };
}

async function channelTrouble(installations: Installations): Promise<string | null> {
  const channel = await installations.channel();
  if (channel === null) return 'No channel is known yet: add the app to the team in Teams.';
  return channel.trouble === null ? null : CHANNEL_TROUBLE[channel.trouble];
}

async function wordsOf(check: Promise<void>): Promise<string | null> {
  try {
    await check;
    return null;
  } catch (fault) {
    return fault instanceof Error ? fault.message : 'The tables do not answer.';
  }
}
