import { createServer, request as ask, Agent, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** Stands between the bot and its storage, and lets through what it is told to. */
export interface TablesProxy {
  /** For the bot: the storage's, with our address. */
  readonly connectionString: string;
  /** From now on every connection is cut. */
  refuse(): void;
  /** Requests with all of these words in their body are kept on the way. */
  hold(...words: readonly string[]): void;
  /** How many are kept. */
  held(): number;
  /** Well-behaved again; what was kept goes on its way. */
  release(): void;
  /** Well-behaved again; what was kept is cut, and never carried out. */
  heal(): void;
  /** Requests that came in, refused ones included. */
  requests(): number;
  close(): Promise<void>;
}

export async function startTablesProxy(connectionString: string): Promise<TablesProxy> {
  const target = new URL(/TableEndpoint=([^;]+)/.exec(connectionString)?.[1] ?? '');
  const agent = new Agent({ keepAlive: true });
  const kept: { readonly send: () => void; readonly response: ServerResponse }[] = [];
  let refusing = false;
  let holding: readonly string[] | null = null;
  let count = 0;

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    count += 1;
    if (refusing) return void response.destroy();
    const body = await buffer(request);
    const send = (): void => {
      forward(request, body, response);
    };
    if (holding?.every((word) => body.includes(word)) === true) kept.push({ send, response });
    else send();
  }

  function forward({ method, url, headers }: IncomingMessage, body: Buffer, response: ServerResponse): void {
    const onward = ask({ host: target.hostname, port: target.port, method, path: url, headers, agent }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    onward.end(body);
  }

  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  // Longer than any pause between two requests: a connection that closes while one is on its way is another test.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    connectionString: connectionString.replace(target.origin, own),
    refuse() {
      refusing = true;
      server.closeAllConnections();
    },
    hold(...words) {
      holding = words;
    },
    held: () => kept.length,
    release() {
      holding = null;
      for (const { send } of kept.splice(0)) send();
    },
    heal() {
      refusing = false;
      holding = null;
      for (const { response } of kept.splice(0)) response.destroy();
    },
    requests: () => count,
    async close() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
