import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { TableClient } from '@azure/data-tables';

/**
 * Keeps the bot's contract with whoever starts it, and does nothing else: alive at once, ready when it was installed, and at
 * SIGTERM one last row into the tables after a while. With `STAND_IN_DIES` it ends by itself: `at-once`, when it is
 * `installed`, or a second `later`.
 */
const env = (name: string): string => process.env[name] ?? '';
const dies = env('STAND_IN_DIES');
let installed = false;

function die(): never {
  throw new Error('de schijf is op');
}
if (dies === 'at-once') die();

const server = createServer((request, response) => {
  request.resume().once('end', () => {
    if (request.url === '/api/messages' && !installed) {
      installed = true;
      if (dies === 'installed') die();
      if (dies === 'later') setTimeout(die, 1_000);
    }
    response.statusCode = request.url === '/ready' && !installed ? 503 : 200;
    response.end(installed ? '{}' : 'het kanaal is nog niet bekend');
  });
}).listen(Number(env('PORT')), '127.0.0.1');

process.once('SIGTERM', () => {
  void lastRow().then(() => {
    server.closeAllConnections();
    server.close();
  });
});

async function lastRow(): Promise<void> {
  const connection = env('TABLES_CONNECTION_STRING');
  const table = TableClient.fromConnectionString(connection, 'standin', { allowInsecureConnection: true });
  await table.createTable();
  await sleep(300);
  await table.createEntity({ partitionKey: 'p', rowKey: 'r', mode: env('WEBCARE_MODE'), local: env('LOCAL') });
}
