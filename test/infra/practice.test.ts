import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TableClient } from '@azure/data-tables';
import { startAzurite } from '../../infra/local/azurite.ts';
import { freePort, isPortFree } from '../../infra/local/ports.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const WITH_STAND_IN = `
  import { practiceOptions } from './infra/local/practice-options.ts';
  import { runPractice } from './infra/local/run-practice.ts';
  process.exit(await runPractice({ ...practiceOptions(process.env), botScript: 'test/support/stand-in-bot.ts' }));`;

describe('npm run practice', function () {
  this.timeout(120_000);
  let data: string;
  let env: Record<string, string>;
  let runs: ChildProcess[];
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'oefening-'));
    env = { PORT: String(await freePort()), ROOM_PORT: String(await freePort()), DATA_DIR: data };
    runs = [];
  });
  afterEach(async () => {
    for (const run of runs) if (run.exitCode === null) run.kill('SIGKILL');
    await rm(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });

  interface Run {
    readonly process: ChildProcess;
    output(): string;
    /** What it says to who started it, without its complaints: in the order in which it was said. */
    told(): string;
    says(words: string): Promise<void>;
    /** Its exit code. */
    readonly over: Promise<number | null>;
  }

  function run(args: readonly string[], more: Record<string, string> = {}): Run {
    const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
      cwd: ROOT,
      env: { ...process.env, BOT_ID: 'echt', X_APP_KEY: 'echt', ...env, ...more },
    });
    runs.push(child);
    let output = '';
    let told = '';
    const hear = (text: Buffer): void => void (output += text.toString());
    child.stdout.on('data', hear);
    child.stdout.on('data', (text: Buffer) => void (told += text.toString()));
    child.stderr.on('data', hear);
    const over = once(child, 'close').then(([code]) => code as number | null);
    return {
      process: child,
      output: () => output,
      told: () => told,
      async says(words) {
        while (!output.includes(words)) {
          assert.equal(child.exitCode, null, output);
          await sleep(20);
        }
      },
      over,
    };
  }
  const real = (more: Record<string, string> = {}): Run => run(['infra/local/practice.ts'], more);
  const withStandIn = (more: Record<string, string> = {}): Run =>
    run(['--input-type=module', '-e', WITH_STAND_IN], more);

  async function refuses(practice: Run, words: RegExp): Promise<void> {
    assert.equal(await practice.over, 1, practice.output());
    assert.match(practice.output(), words);
    assert.doesNotMatch(practice.output(), /^\s+at /m, 'a stack trace');
  }

  it('refuses with a sentence and exit code 1, without a stack trace', async () => {
    const file = join(data, 'stuk.yml');
    const text = await readFile(join(ROOT, 'webcare.yml'), 'utf8');
    await writeFile(file, text.replace('undo:     15s', 'undo:     vijftien'));
    const line = text.split('\n').findIndex((one) => one.includes('undo:     15s')) + 1;
    await refuses(real({ WEBCARE_CONFIG: file }), new RegExp(`^[^\\n]*stuk\\.yml[^\\n]*\\b${line}\\b[^\\n]*\\n$`));
    await refuses(real({ PORT: 'drie' }), /^PORT moet een heel getal van 1 tot en met 65535 zijn\.\n$/);
  });

  it('starts its parts in order, and two Ctrl-C stop them in the reverse order with nothing lost', async () => {
    const practice = withStandIn();
    await practice.says('Gehoor oefent op');
    assert.equal(
      practice.output().split('\nStoppen met')[0],
      ['Opslag', 'Oefenruimte', 'Bot', 'Kanaal Webcare', 'Berichten'].map((name) => `${name} … klaar\n`).join('') +
        `\nGehoor oefent op http://127.0.0.1:${env['ROOM_PORT']}`,
    );
    assert.equal((await fetch(`http://127.0.0.1:${env['ROOM_PORT']}/`)).status, 200);
    assert.match(await readFile(join(data, 'practice/posts.jsonl'), 'utf8'), /^\{"id":"oefen-01".*\}\n$/);

    practice.process.kill('SIGINT');
    await sleep(100);
    practice.process.kill('SIGINT');
    assert.equal(await practice.over, 0, practice.output());
    assert.match(
      practice.told(),
      /Berichten stopt … klaar\nBot stopt … klaar\nOefenruimte stopt … klaar\nOpslag stopt … klaar\n$/,
    );
    assert.ok((await isPortFree(Number(env['PORT']))) && (await isPortFree(Number(env['ROOM_PORT']))));

    const azurite = await startAzurite({ folder: join(data, 'tables'), port: 0 });
    const options = { allowInsecureConnection: true };
    const table = TableClient.fromConnectionString(azurite.connectionString, 'standin', options);
    const row = await table.getEntity('p', 'r').finally(() => azurite.stop());
    assert.deepEqual([row['mode'], row['local']], ['practice', '1']);
  });

  it('a Ctrl-C in the middle of starting stops what had been started', async () => {
    const practice = withStandIn();
    await practice.says('Bot …');
    practice.process.kill('SIGINT');
    assert.equal(await practice.over, 0, practice.output());
    assert.match(practice.told(), /Bot stopt … klaar\n.*Opslag stopt … klaar\n$/s);
    assert.doesNotMatch(practice.output(), /Gehoor oefent/);
  });

  for (const moment of ['at-once', 'installed', 'later']) {
    it(`a bot that dies by itself (${moment}) is told with its last words, and the rest is stopped`, async () => {
      const practice = withStandIn({ STAND_IN_DIES: moment });
      assert.equal(await practice.over, 1, practice.output());
      assert.match(practice.output(), /De bot is vanzelf gestopt \(code \d+\)[^]*de schijf is op/);
      assert.match(practice.told(), /Oefenruimte stopt … klaar\n.*Opslag stopt … /s);
      assert.match(await readFile(join(data, 'practice.log'), 'utf8'), /de schijf is op/);
    });
  }

  it('refuses a second practice on the same data, and takes over from one that was killed', async () => {
    const practice = withStandIn();
    await practice.says('Gehoor oefent op');
    const ports = { PORT: String(await freePort()), ROOM_PORT: String(await freePort()) };
    await refuses(withStandIn(ports), /^Er loopt al een oefening in .* \(proces \d+\)\. .*\n$/);
    practice.process.kill('SIGKILL');
    await practice.over;
    for (let waited = 0; !(await isPortFree(Number(env['PORT']))); waited += 20) {
      assert.ok(waited < 10_000, 'the bot still listens');
      await sleep(20);
    }
    const again = withStandIn(ports);
    await again.says('Gehoor oefent op');
    again.process.kill('SIGTERM');
    assert.equal(await again.over, 0);
  });
});
