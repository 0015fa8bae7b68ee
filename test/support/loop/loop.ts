import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../infra/local/ports.ts';
import { ROOM_TEAM, ROOM_TENANT } from '../../../infra/local/room/identity.ts';
import { startRoom } from '../../../infra/local/room/room.ts';
import { roomPeople } from '../../../infra/local/room-people.ts';
import { azurite } from '../azurite.ts';
import { type BotChild, startBotChild } from './bot-child.ts';
import { textOf, verbsOf } from './card-reading.ts';
import { GERDA } from './cast.ts';
import { type ChannelView, channelView, type Until } from './channel-view.ts';
import { type PracticeFiles, practiceFiles } from './practice-files.ts';
import { type RoomClient, roomClient } from './room-client.ts';
import { startTablesProxy, type TablesProxy } from './tables-proxy.ts';
import { until as untilSeen } from './until.ts';
import { type Webcare, writeWebcare } from './webcare-file.ts';

type Env = Readonly<Record<string, string>>;

export interface LoopOptions {
  /** Changes the copy of `webcare.yml`. */
  readonly webcare?: (webcare: Webcare) => void;
  /** On top of the bot's environment. */
  readonly env?: Env;
}

/** Room, storage, practice folder and a real bot process: everything between a citizen's post and the reply. */
export interface Loop extends PracticeFiles, RoomClient, ChannelView {
  readonly tables: TablesProxy;
  /** The room's address: what the bot is told as service URL. */
  readonly roomUrl: string;
  /** Where the bot listens. */
  readonly botUrl: string;
  /** What the bot is started with. */
  readonly botEnv: Env;
  /** Fails with the bot's last lines, at once when the bot has ended. */
  readonly until: Until;
  /** What `GET /ready` says. */
  ready(): Promise<{ status: number; text: string }>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** Starts the bot again, with the same environment and more, and waits until it is ready. */
  start(more?: Env): Promise<void>;
  /** Tells the bot that it is installed. */
  install(): Promise<void>;
  /** Ends everything and leaves nothing behind. */
  stop(): Promise<void>;
}

/**
 * Starts a loop with tables of its own in the shared Azurite, reached through a proxy that can be told to fail. The bot
 * reads each second, waits for no limits of Teams and looks up a lost reply soon; all else is as it ships.
 */
export async function startLoop({ webcare, env = {} }: LoopOptions = {}): Promise<Loop> {
  const folder = await mkdtemp(join(tmpdir(), 'gehoor-loop-'));
  const { file, settings } = await writeWebcare(folder, webcare);
  const files = await practiceFiles(join(folder, 'practice'));
  const tables = await startTablesProxy(await azurite());
  const port = await freePort();
  const botUrl = `http://127.0.0.1:${port}`;
  const stranger = { name: 'Gerda Vreemd', email: GERDA, inTeam: true, hasApp: false };
  const room = await startRoom({
    port: 0,
    folder: null,
    botUrl: `${botUrl}/api/messages`,
    people: [...roomPeople(settings), stranger],
    organisation: settings.organisation,
  });
  const client = roomClient(room.url);
  const botEnv = {
    LOCAL: '1',
    PORT: String(port),
    WEBCARE_CONFIG: file,
    BOT_TENANT_ID: ROOM_TENANT,
    TEAMS_TEAM_ID: ROOM_TEAM,
    TABLES_CONNECTION_STRING: tables.connectionString,
    TABLES_PREFIX: `lus${randomUUID().replaceAll('-', '').slice(0, 12)}`,
    PRACTICE_DIR: files.folder,
    POLL_SECONDS: '1',
    RECOVERY_SECONDS: '1',
    TEAMS_LIMITS: 'off',
    DAY_CARD: 'off',
    ...env,
  };
  let bot: BotChild | null = startBotChild(botEnv);

  const explain = async (): Promise<string> => {
    const messages = (await view.standing()).map(
      (message) => `${message.id} [${verbsOf(message).join(' ')}] ${textOf(message).replaceAll('\n', ' | ')}`,
    );
    return ['The bot said last:', ...(bot?.lines() ?? []), 'In the room:', ...messages].join('\n');
  };
  const until: Until = (look, what) => {
    const lookAlive: typeof look = async () => {
      const how = bot?.endedHow();
      if (how) throw new Error(`The bot ended (${how}) while we waited for ${what}. ${await explain()}`);
      return look();
    };
    return untilSeen(lookAlive, what, explain);
  };
  const view = channelView(client, until);
  const untilAnswers = (path: string) => until(() => answers(botUrl + path), `a yes to ${path}`);

  const loop: Loop = {
    ...files,
    ...client,
    ...view,
    tables,
    roomUrl: room.url,
    botUrl,
    botEnv,
    until,
    async ready() {
      const response = await fetch(`${botUrl}/ready`);
      return { status: response.status, text: await response.text() };
    },
    async kill() {
      await bot?.kill();
      bot = null;
    },
    async start(more = {}) {
      await bot?.stop();
      bot = startBotChild({ ...botEnv, ...more });
      await untilAnswers('/ready');
    },
    install: () => room.install(),
    async stop() {
      await bot?.stop();
      await room.close();
      await tables.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
  try {
    await untilAnswers('/health');
    await room.install();
    await untilAnswers('/ready');
    return loop;
  } catch (error) {
    await loop.stop();
    throw error;
  }
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(url).catch(() => null);
  await response?.body?.cancel();
  return response?.ok ?? false;
}
