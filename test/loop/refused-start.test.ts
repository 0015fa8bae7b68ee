import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { azurite } from '../support/azurite.ts';
import { startBotChild } from '../support/loop/bot-child.ts';
import { writeWebcare } from '../support/loop/webcare-file.ts';

describe('A bot that cannot start ends with code 1 and one sentence', function () {
  this.timeout(180_000);
  let folder: string;
  let env: Readonly<Record<string, string>>;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gehoor-start-'));
    const { file } = await writeWebcare(folder);
    const tables = { TABLES_CONNECTION_STRING: await azurite(), TABLES_PREFIX: `start${process.pid}` };
    env = { ...tables, PORT: '0', WEBCARE_CONFIG: file };
  });
  after(() => rm(folder, { recursive: true, force: true }));

  async function lastWords(more: Readonly<Record<string, string>>): Promise<string> {
    const bot = startBotChild({ ...env, ...more });
    try {
      const how = await Promise.race([bot.ended, sleep(60_000, 'it runs', { ref: false })]);
      assert.equal(how, 'code 1', bot.lines().join('\n'));
    } finally {
      await bot.stop();
    }
    assert.equal(bot.lines().length, 1, bot.lines().join('\n'));
    return bot.lines()[0]!;
  }

  it('without BOT_ID and without LOCAL=1', async () => {
    const words = await lastWords({ BOT_PASSWORD: 'geheim', BOT_TENANT_ID: 'tenant' });
    assert.match(words, /^BOT_ID is missing, .*: set it to the app id of the bot, or LOCAL=1/);
    assert.doesNotMatch(words, /geheim/);
  });

  it('with a mistake in webcare.yml, and names its line', async () => {
    const file = join(folder, 'stuk.yml');
    const text = await readFile(env['WEBCARE_CONFIG']!, 'utf8');
    await writeFile(file, text.replace('undo: 1s', 'undo: vijftien'));
    const line = text.split('\n').findIndex((one) => one.includes('undo: 1s')) + 1;
    const words = await lastWords({ LOCAL: '1', WEBCARE_CONFIG: file });
    assert.match(words, new RegExp(`stuk\\.yml.*\\b${line}\\b.*undo`));
  });

  it('on a port that is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    try {
      const words = await lastWords({ LOCAL: '1', PORT: String(port) });
      assert.match(words, new RegExp(`^Port ${port} cannot be used \\(EADDRINUSE\\): stop what uses it or set PORT$`));
    } finally {
      other.close();
    }
  });
});
