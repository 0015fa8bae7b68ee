import express from 'express';
import { type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

export interface BenchConnector {
  readonly url: string;
  /** The root cards made so far, as the bot sent them, with the moment of each. */
  readonly roots: { readonly thread: string; readonly activity: unknown; readonly at: number }[];
  close(): void;
}

/** The least that a bot needs of the Bot Connector, answering at once: what is timed is the bot. */
export function startConnector(member: { readonly name: string; readonly email: string }): Promise<BenchConnector> {
  const app = express();
  const roots: BenchConnector['roots'] = [];
  let next = 1;
  app.use(express.json({ limit: '1mb' }));
  app.post('/v3/conversations', (request, response) => {
    const body = request.body as { channelData?: { channel?: { id?: string } }; activity?: unknown };
    const id = String(next++);
    const thread = `${body.channelData?.channel?.id ?? ''};messageid=${id}`;
    roots.push({ thread, activity: body.activity, at: performance.now() });
    response.status(201).json({ id: thread, activityId: id });
  });
  app.post(/^\/v3\/conversations\/[^/]+\/activities/, (_request, response) => {
    response.status(201).json({ id: String(next++) });
  });
  app.put(/^\/v3\/conversations\/[^/]+\/activities/, (_request, response) => {
    response.json({ id: 'same' });
  });
  app.get(/^\/v3\/teams\/[^/]+\/conversations/, (_request, response) => {
    response.json({
      conversations: [{ id: '19:team@thread.tacv2' }, { id: '19:webcare@thread.tacv2', name: 'Webcare' }],
    });
  });
  app.get(/^\/v3\/conversations\/[^/]+\/pagedmembers/, (_request, response) => {
    response.json({ members: [person(member)] });
  });
  app.get(/^\/v3\/conversations\/[^/]+\/members\/[^/]+/, (_request, response) => {
    response.json(person(member));
  });
  return new Promise((resolve) => {
    const server: Server = app.listen(0, '127.0.0.1', () => {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      resolve({ url, roots, close: () => server.close() });
    });
  });
}

function person({ name, email }: { readonly name: string; readonly email: string }): object {
  return { id: '29:bench', name, email, userPrincipalName: email, aadObjectId: 'bench', tenantId: 'bench' };
}
