import { type CloudAdapter, type TurnContext } from 'botbuilder';
import express, { type NextFunction, type Request, type Response } from 'express';
import { type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { Fault } from '../services/ports/fault.ts';
import { type Log } from '../services/ports/log.ts';

/** Larger than any activity of Teams: messages are at most about 100 KB. */
const BODY_LIMIT = '256kb';

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
}

/** The way in: `POST /api/messages` for Teams, `GET /health` (alive) and `GET /ready` (able to work). */
export function createServer({ adapter, run, readiness, log }: ServerParts): express.Express {
  const server = express().disable('x-powered-by');
  server.get('/health', (_request, response) => {
    response.json({ alive: true });
  });
  server.get('/ready', async (_request, response) => {
    const state = await readiness();
    response.status(state.ready ? 200 : 503).json(state);
  });
  server.post('/api/messages', express.json({ limit: BODY_LIMIT }), async (request, response) => {
    await adapter.process(request, response, async (context) => {
      await run(context);
    });
  });
  server.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = (error as { status?: unknown }).status;
    const known = typeof status === 'number' && status >= 400 && status < 500;
    if (!known) log.error('a request failed', { fault: error });
    response
      .status(known ? status : 500)
      .json({ error: known ? 'The request was not understood.' : 'Something went wrong.' });
  });
  return server;
}

/** Listens, or fails in one sentence: express hands a taken port to the callback instead of throwing. */
export function listen(
  server: express.Express,
  port: number,
  host: string | undefined,
): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    const listening = (error?: Error): void => {
      if (error)
        reject(
          new Fault('settings', `Port ${port} cannot be used (${codeOf(error)}): stop what uses it or set PORT`, error),
        );
      else resolve({ server: http, port: (http.address() as AddressInfo).port });
    };
    const http = host === undefined ? server.listen(port, listening) : server.listen(port, host, listening);
  });
}

function codeOf(error: Error): string {
  return (error as NodeJS.ErrnoException).code ?? error.message;
}
