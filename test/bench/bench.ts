import { appendFile, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAzurite } from '../../infra/local/azurite.ts';
import { freePort } from '../../infra/local/ports.ts';
import { readSettings } from '../../services/adapters/settings/read-settings.ts';
import { installation, send } from './activities.ts';
import { claimData, claimOnce, echoOnce } from './claims.ts';
import { type BenchConnector, startConnector } from './connector.ts';
import { type Running, startProcess } from './processes.ts';
import { type FiguresCost, measureFigures } from './figures.ts';
import { type BenchResult, figuresTable, type Percentiles, reportTable } from './report.ts';
import { Sample } from './sample.ts';
import { seedDialogues } from './seed.ts';
import { countSteps } from './steps.ts';
import { measureXReading } from './x-reading.ts';

/** Posts whose claims are timed, in each round. */
const CLAIMS = Number(process.env.BENCH_CLAIMS ?? 200);
const STORED = Number(process.env.BENCH_STORED ?? 20_000);
/** Dialogues of a year of which the figures are asked. */
const YEARS = [10_000, 250_000];
const POSTS_FREE = 200;
const POSTS_PACED = 30;
const WARM_UP = 20;

const BRAM = { name: 'Bram Kok', email: 'bram.kok@over-gemeenten.example' };

interface Bench {
  readonly bot: Running;
  readonly folder: string;
}

async function startBot(
  connector: BenchConnector,
  connectionString: string,
  prefix: string,
  limits: 'on' | 'off',
): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'gehoor-bench-'));
  const port = await freePort();
  const env = {
    PORT: String(port),
    LOCAL: '1',
    WEBCARE_MODE: 'practice',
    TABLES_CONNECTION_STRING: connectionString,
    TABLES_PREFIX: prefix,
    PRACTICE_DIR: folder,
    POLL_SECONDS: '1',
    TEAMS_LIMITS: limits,
    DAY_CARD: 'off',
    LOG_LEVEL: 'error',
  };
  const bot = await startProcess('bot/main.ts', [], port, env, '/ready');
  await send(bot.url, installation(connector.url));
  return { bot, folder };
}

let posted = 0;

/** Lets this many citizens post at once, and waits until each has a card. Gives the time it took in ms. */
async function post(folder: string, connector: BenchConnector, count: number): Promise<number> {
  const target = connector.roots.length + count;
  const lines = Array.from({ length: count }, () => {
    const id = `bench-${posted++}`;
    return JSON.stringify({
      id,
      author: { handle: `burger${posted}`, name: 'Burger' },
      account: 'GemWormerland',
      text: `@GemWormerland wanneer wordt de kliko geleegd in Jisp? ${id}`,
    });
  });
  const start = performance.now();
  await appendFile(join(folder, 'posts.jsonl'), `${lines.join('\n')}\n`);
  while (connector.roots.length < target) await new Promise((resolve) => setTimeout(resolve, 20));
  return performance.now() - start;
}

async function timeClaims(bench: Bench, connector: BenchConnector, sample: Sample, count: number): Promise<void> {
  const first = connector.roots.length;
  await post(bench.folder, connector, count);
  await quiet();
  for (const root of connector.roots.slice(first)) await claimOnce(bench.bot, connector, root, sample);
}

/** Lets the work after the answers die down, so that one measurement does not pay for another's. */
function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 3_000));
}

/** `BENCH_ONLY=figures`: nothing but the figures of a year, which takes a minute. */
async function main(): Promise<void> {
  const settings = readSettings(await readFile('webcare.yml', 'utf8'), 'webcare.yml');
  if (!settings.ok) throw new Error('webcare.yml is not in order');
  const azurite = await startAzurite({ folder: null, port: 0 });
  say('the figures of a year…');
  const figures: FiguresCost[] = [];
  for (const count of YEARS) figures.push(await measureFigures(azurite.connectionString, settings.settings, count));
  if (process.env.BENCH_ONLY === 'figures') {
    process.stdout.write(`${figuresTable(figures)}\n`);
    await azurite.stop();
    return;
  }
  const connector = await startConnector(BRAM);

  const echoPort = await freePort();
  const echo = await startProcess('test/bench/echo-bot.ts', [String(echoPort)], echoPort, {}, '/ready');
  const rawPort = await freePort();
  const withStorage = await startProcess(
    'test/bench/echo-bot.ts',
    [String(rawPort), azurite.connectionString],
    rawPort,
    {},
    '/ready',
  );

  say('claims against a bare echo and against the raw storage calls…');
  const few = await startBot(connector, azurite.connectionString, 'benchfew', 'off');
  await timeClaims(few, connector, new Sample(), WARM_UP);
  const [claim, bare, storage] = [new Sample(), new Sample(), new Sample()];
  const first = connector.roots.length;
  await post(few.folder, connector, CLAIMS);
  await quiet();
  // In turns, so that a machine that slows down slows all three.
  for (const root of connector.roots.slice(first)) {
    await echoOnce(echo, connector, claimData(root.activity).dialogue, bare);
    await echoOnce(withStorage, connector, claimData(root.activity).dialogue, storage);
    await claimOnce(few.bot, connector, root, claim);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }

  say('posts to cards, without and with the limits of Teams…');
  const freeMs = await post(few.folder, connector, POSTS_FREE);
  const paced = await startBot(connector, azurite.connectionString, 'benchpaced', 'on');
  const pacedMs = await post(paced.folder, connector, POSTS_PACED);
  await paced.bot.stop();

  say(`storing ${STORED} dialogues…`);
  const fewMemory = few.bot.memory();
  await seedDialogues(azurite.connectionString, 'benchmany', STORED);
  const many = await startBot(connector, azurite.connectionString, 'benchmany', 'off');
  await timeClaims(many, connector, new Sample(), WARM_UP);
  const [claimFew, claimMany] = [new Sample(), new Sample()];
  for (let round = 0; round < 4; round += 1) {
    await timeClaims(few, connector, claimFew, CLAIMS / 4);
    await timeClaims(many, connector, claimMany, CLAIMS / 4);
  }

  const result: BenchResult = {
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, Azurite in memory`,
    claims: claim.count,
    claim: percentiles(claim),
    echo: percentiles(bare),
    echoWithStorage: percentiles(storage),
    steps: await countSteps(azurite.connectionString, settings.settings),
    postsPerSecond: { withoutLimits: (POSTS_FREE / freeMs) * 1_000, withLimits: (POSTS_PACED / pacedMs) * 1_000 },
    xReading: await measureXReading(),
    stored: STORED,
    claimWithFew: percentiles(claimFew),
    claimWithMany: percentiles(claimMany),
    startToReady: { few: few.bot.startMs, many: many.bot.startMs },
    memory: { few: fewMemory, many: many.bot.memory() },
    figures,
  };
  process.stdout.write(`${reportTable(result)}\n`);
  await mkdir('build', { recursive: true });
  await writeFile('build/bench.json', `${JSON.stringify(result, null, 2)}\n`);
  await Promise.all([few, many].map(({ bot }) => bot.stop()));
  await Promise.all([echo.stop(), withStorage.stop()]);
  connector.close();
  await azurite.stop();
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function percentiles({ p50, p95 }: Sample): Percentiles {
  return { p50, p95 };
}

await main();
