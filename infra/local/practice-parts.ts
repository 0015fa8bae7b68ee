import { join } from 'node:path';
import { SECOND } from '../../services/domain/instant.ts';
import { type Settings } from '../../services/domain/work-instruction/instruction.ts';
import { type Azurite, startAzurite } from './azurite.ts';
import { type BotProcess, botAddress, startBotProcess } from './bot-process.ts';
import { startFeeder } from './feeder.ts';
import { type PracticeLog } from './practice-log.ts';
import { type PracticeOptions } from './practice-options.ts';
import { roomPeople } from './room-people.ts';
import { startRoom } from './room/room.ts';
import { type RunningParts } from './running-parts.ts';

export interface Practice {
  /** The address to open. */
  readonly url: string;
  readonly bot: BotProcess;
  readonly azurite: Azurite;
}

/** The parts of a practice in order of starting: storage, room, bot, channel, posts. They stop in the reverse order. */
export async function startPractice(
  options: PracticeOptions,
  settings: Settings,
  parts: RunningParts,
  { log, line }: PracticeLog,
  quit: AbortSignal,
): Promise<Practice> {
  const data = (name: string): string => join(options.dataFolder, name);
  const botUrl = `${botAddress(options.port)}/api/messages`;

  const startTables = (): Promise<Azurite> => startAzurite({ folder: data('tables'), port: 0 });
  const azurite = parts.own(await parts.step('Opslag', startTables), (part) => part.stop(), 'Opslag');

  const roomOptions = {
    port: options.roomPort,
    folder: data('room'),
    botUrl,
    people: roomPeople(settings),
    channels: [settings.teams.channel],
    organisation: settings.organisation,
    language: settings.language,
  };
  const openRoom = await parts.step('Oefenruimte', () => startRoom(roomOptions));
  const room = parts.own(openRoom, (part) => part.close(), 'Oefenruimte');

  const env = {
    WEBCARE_MODE: 'practice',
    WEBCARE_CONFIG: options.configFile,
    TABLES_CONNECTION_STRING: azurite.connectionString,
    PRACTICE_DIR: data('practice'),
    POLL_SECONDS: '2',
    // A practice citizen's deletion is noticed while one looks.
    RECHECK_SECONDS: '20',
  };
  const botProcess = startBotProcess({ script: options.botScript, port: options.port, env, onLine: line });
  const bot = parts.own(botProcess, (part) => part.stop(), 'Bot');
  await parts.step('Bot', () => bot.alive(quit));
  await parts.step(`Kanaal ${settings.teams.channel}`, async () => {
    await room.install().catch(async (problem: unknown) => {
      throw (await bot.endedWithin(SECOND)) ?? problem;
    });
    await bot.ready(quit);
  });

  const from = join(import.meta.dirname, 'practice-posts');
  const feed = { from, to: data('practice'), pace: options.pace, clock: { now: Date.now }, log };
  parts.own(await parts.step('Berichten', () => startFeeder(feed)), (part) => part.stop(), 'Berichten');
  return { url: room.url, bot, azurite };
}
