import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TableClient } from '@azure/data-tables';
import { startAzurite } from '../../infra/local/azurite.ts';
import { isPortFree } from '../../infra/local/ports.ts';
import { Fault } from '../../services/ports/fault.ts';
import { azurite } from '../support/azurite.ts';

function client(connectionString: string): TableClient {
  return TableClient.fromConnectionString(connectionString, 'survivors', { allowInsecureConnection: true });
}

function portOf(connectionString: string): number {
  return Number(/127\.0\.0\.1:(\d+)/.exec(connectionString)?.[1]);
}

describe('Azurite as a child process', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'azurite-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('what was written the moment before a stop is there after a start', async () => {
    const first = await startAzurite({ folder, port: 0 });
    const table = client(first.connectionString);
    await table.createTable();
    await table.createEntity({ partitionKey: 'p', rowKey: 'r', text: 'nog hier' });
    await first.stop();
    await first.stop();
    assert.ok(await isPortFree(portOf(first.connectionString)));
    const second = await startAzurite({ folder, port: 0 });
    try {
      assert.equal((await client(second.connectionString).getEntity('p', 'r'))['text'], 'nog hier');
    } finally {
      await second.stop();
    }
  });

  it('a parent that is killed leaves no storage behind, and nothing is lost', async () => {
    const script = `
      import { startAzurite } from './infra/local/azurite.ts';
      import { TableClient } from '@azure/data-tables';
      const { connectionString } = await startAzurite({ folder: ${JSON.stringify(folder)}, port: 0 });
      const table = TableClient.fromConnectionString(connectionString, 'survivors', { allowInsecureConnection: true });
      await table.createTable();
      await table.createEntity({ partitionKey: 'p', rowKey: 'r' });
      console.log(connectionString);`;
    const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [output] = (await once(parent.stdout, 'data')) as [Buffer];
    parent.kill('SIGKILL');
    const port = portOf(output.toString());
    for (let waited = 0; !(await isPortFree(port)); waited += 50) {
      assert.ok(waited < 10_000, 'it still listens after 10 s');
      await sleep(50);
    }
    await sleep(500);
    const again = await startAzurite({ folder, port: 0 });
    try {
      assert.equal((await client(again.connectionString).getEntity('p', 'r')).rowKey, 'r');
    } finally {
      await again.stop();
    }
  });

  it('a port that is taken is said in one sentence', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    assert.ok(typeof address === 'object' && address);
    try {
      await assert.rejects(
        startAzurite({ folder: null, port: address.port }),
        /^Fault: Poort \d+, .* is bezet door een ander programma\.$/,
      );
    } finally {
      other.close();
    }
  });

  it('a folder that cannot be written is said in one sentence', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await assert.rejects(
      startAzurite({ folder: join(file, 'tables'), port: 0 }),
      (error) =>
        error instanceof Fault && error.source === 'folder' && /kan niet worden beschreven\.$/.test(error.message),
    );
  });

  it('the tests of a run share one in memory', async () => {
    const [one, other] = await Promise.all([azurite(), azurite()]);
    assert.equal(one, other);
    const table = client(one);
    await table.createTable();
    await table.deleteTable();
  });
});
