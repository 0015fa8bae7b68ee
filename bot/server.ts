import { type CloudAdapter, type TurnContext } from 'botbuilder';
import express, { type NextFunction, type Request, type Response } from 'express';
import { createServer as createHttpServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { Fault } from '../services/ports/fault.ts';
import { MINUTE, SECOND } from '../services/domain/instant.ts';
import { type Log } from '../services/ports/log.ts';
import { type Metrics } from '../services/ports/metrics.ts';
import { anActivity, atMost, saysNothingOfTheInside, wordsFor } from './way-in.ts';

/** Larger than any activity of Teams: messages are at most about 100 KB. */
const BODY_LIMIT = '256kb';

/** A turn takes some 15 ms, and Teams gives up after 10 to 15 s: a hundred at once are answered in time also by a slow storage. */
const IN_FLIGHT = 100;

/** How long a connection may take over things, in milliseconds. */
export interface Patience {
  /** Until its headers are in. */
  readonly headers: number;
  /** Until its whole request is in. */
  readonly request: number;
  /** How often it is looked who takes too long. */
  readonly check: number;
}

const PATIENCE: Patience = { headers: 10 * SECOND, request: 30 * SECOND, check: 5 * SECOND };

/**
 * How long a connection may be idle between two requests. Longer than the front end of Azure App Service keeps one (4 minutes): a
 * connection that we close while it sends the next request over it is an error to Teams.
 */
const IDLE = 4 * MINUTE + 10 * SECOND;

/** Ready or not, in words. */
export interface Readiness {
  readonly ready: boolean;
  readonly [part: string]: unknown;
}

export interface ServerParts {
  readonly adapter: CloudAdapter;
  readonly run: (context: TurnContext) => Promise<unknown>;
  readonly readiness: () => Promise<Readiness>;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Activities at once; more are told to come back. */
  readonly inFlight?: number;
}

/** The way in: `POST /api/messages` for Teams, `GET /health` (alive) and `GET /ready` (able to work). */
export function createServer({
  adapter,
  run,
  readiness,
  log,
  metrics,
  inFlight = IN_FLIGHT,
}: ServerParts): express.Express {
  const server = express().disable('x-powered-by');
  server.get('/health', (_request, response) => {
    response.json({ alive: true });
  });
  server.get('/ready', async (_request, response) => {
    const state = await readiness();
    response.status(state.ready ? 200 : 503).json(state);
  });
  const json = express.json({ limit: BODY_LIMIT });
  server.post('/api/messages', json, anActivity(metrics), atMost(inFlight, metrics), async (request, response) => {
    await adapter.process(request, saysNothingOfTheInside(response, metrics), async (context) => {
      await run(context);
    });
  });
  server.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = statusOf(error);
    if (status >= 500) log.error('a request failed', { fault: error });
    else metrics.count('requests.turned.away', { status });
    response.status(status).json(wordsFor(status));
  });
  return server;
}

/** What the body reader says of a body; else it is a fault of ours. */
function statusOf(error: unknown): number {
  const { status } = error as { status?: unknown };
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

/** Listens, or fails in one sentence. */
export function listen(
  server: express.Express,
  port: number,
  host: string | undefined,
  { headers, request, check }: Patience = PATIENCE,
): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    const http = createHttpServer(
      { headersTimeout: headers, requestTimeout: request, keepAliveTimeout: IDLE, connectionsCheckingInterval: check },
      server,
    );
    http.once('error', (error) => {
      reject(
        new Fault('settings', `Port ${port} cannot be used (${codeOf(error)}): stop what uses it or set PORT`, error),
      );
    });
    http.listen(port, host, () => {
      resolve({ server: http, port: (http.address() as AddressInfo).port });
    });
  });
}

function codeOf(error: Error): string {
  return (error as NodeJS.ErrnoException).code ?? error.message;
}
