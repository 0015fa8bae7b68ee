import { Application } from '@microsoft/teams-ai';
import { odata, TableClient } from '@azure/data-tables';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import express from 'express';
import { randomUUID } from 'node:crypto';

/**
 * What a click costs without us: a bare teams-ai bot that answers a click with a card, and, with a connection string,
 * the same with the storage calls that a claim needs: read a dialogue, write a due row, one transaction of three rows.
 */
const [, , port, connection] = process.argv;
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: '' }));
const app = new Application({ adapter: adapter as never, botAppId: '' });
app.startTypingTimer = () => undefined;
const table = connection
  ? TableClient.fromConnectionString(connection, 'benchraw', { allowInsecureConnection: true })
  : null;
await table?.createTable();

app.adaptiveCards.actionExecute(/^/, async (_context, _state, data: { dialogue: string }) => {
  if (table) await storageOfAClaim(table, data.dialogue);
  return { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'echo' }] } as never;
});

async function storageOfAClaim(rows: TableClient, dialogue: string): Promise<void> {
  const pages = rows
    .listEntities({ queryOptions: { filter: odata`PartitionKey eq ${dialogue} and RowKey ge 'h'` } })
    .byPage();
  await pages.next();
  await rows.submitTransaction([['upsert', { partitionKey: 'due', rowKey: randomUUID(), state: '{}' }]]);
  const nonce = randomUUID();
  await rows.submitTransaction([
    ['upsert', { partitionKey: dialogue, rowKey: 'head', state: 'x'.repeat(1_500), nonce }],
    ['create', { partitionKey: dialogue, rowKey: `e:${nonce}`, state: 'x'.repeat(300) }],
    ['create', { partitionKey: dialogue, rowKey: `op:${nonce}`, state: '' }],
  ]);
}

const server = express();
server.get('/ready', (_request, response) => {
  response.json({ ready: true });
});
server.post('/api/messages', express.json(), async (request, response) => {
  await adapter.process(request, response, async (context) => {
    await app.run(context);
  });
});
server.listen(Number(port), '127.0.0.1');
