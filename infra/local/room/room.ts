import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler } from 'express';
import { Fault } from '../../../services/ports/fault.ts';
import { Board } from './board.ts';
import { BotLine } from './bot-line.ts';
import { connector } from './connector.ts';
import { Deeds } from './deeds.ts';
import { RoomFiles } from './files.ts';
import { guard } from './guard.ts';
import { openJournal } from './journal.ts';
import { Live } from './live.ts';
import { Misbehaviour } from './misbehaviour.ts';
import { pageApi } from './page-api.ts';
import { pageFiles } from './page-files.ts';
import { People, type RoomPerson } from './people.ts';
import { Traffic } from './traffic.ts';

/** What a room is made of. */
export interface RoomOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Where messages are kept over a restart, made when it is not there; null keeps them in memory only. */
  readonly folder: string | null;
  /** The bot's address for activities, `http://127.0.0.1:3978/api/messages`. */
  readonly botUrl: string;
  readonly people: readonly RoomPerson[];
  /** Beside General, which always exists; `['Webcare']` when left out. The first is the one the app is installed in. */
  readonly channels?: readonly string[];
  /** The team's name. */
  readonly organisation: string;
  /** Of the page; `nl` when left out. */
  readonly language?: 'nl' | 'en';
}

/** A room that runs. */
export interface Room {
  /** The page's address, and the serviceUrl that the bot is told. */
  readonly url: string;
  /** Tells the bot that it is installed in the team and with people; may be repeated. @throws Fault when the bot does not take it. */
  install(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts the Teams room: a local stand-in for Microsoft Teams for several people, on loopback only. It speaks the
 * Bot Framework connector protocol to the bot (`connector.ts`) and shows a page (`page/`) over its own API (`page-api.ts`).
 * @throws Fault when the port is taken or the folder cannot be used.
 */
export async function startRoom(options: RoomOptions): Promise<Room> {
  const people = new People(options.people);
  const { journal, entries } = openJournal(options.folder);
  const board = new Board(options.channels ?? ['Webcare'], people.all, journal, entries);
  const server = await listen(options.port);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const live = new Live();
  const bot = new BotLine(options.botUrl, (answers) => {
    live.tell({ kind: 'bot', answers });
  });
  board.listen((change) => {
    live.tell(change);
  });
  const team = options.organisation;
  const files = new RoomFiles(options.folder);
  const deeds = new Deeds({ board, people, bot, files, serviceUrl: url, team });
  const traffic = new Traffic();
  const misbehaviour = new Misbehaviour();

  const app = express();
  app.disable('x-powered-by');
  app.use(guard);
  app.use('/files', files.routes);
  app.use(express.json({ limit: '2mb' }));
  app.use('/v3', traffic.handler, misbehaviour.handler, connector({ board, people, serviceUrl: url, team }));
  const language = options.language ?? 'nl';
  app.use('/api', pageApi({ board, people, bot, deeds, live, misbehaviour, traffic, organisation: team, language }));
  app.use(pageFiles());
  app.use(onError);
  server.on('request', (request, response) => {
    app(request, response);
  });

  return {
    url,
    install: () => deeds.install(),
    close: async () => {
      bot.close();
      live.close();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
    },
  };
}

function listen(port: number): Promise<Server> {
  const server = createServer();
  // Node's own 5 s closes an idle connection in the face of a request that is just on its way.
  server.keepAliveTimeout = 120_000;
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      reject(new Fault('teams', `The Teams room cannot listen on 127.0.0.1:${port}: is it running already?`, cause));
    });
    server.listen(port, '127.0.0.1', () => {
      resolve(server);
    });
  });
}

/** Without this express answers with an HTML page that shows where in the code it went wrong. */
const onError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const status = error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;
  response.status(status).json({ error: error instanceof Error ? error.message : String(error) });
};
