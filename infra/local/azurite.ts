import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { Fault } from '../../services/ports/fault.ts';
import { endChild, type NodeChild, startNodeChild } from './node-child.ts';
import { freePort, isPortFree } from './ports.ts';
import { assertWritable } from './writable.ts';

export interface AzuriteOptions {
  /** Where the tables are kept; null keeps them in memory and loses them at the end. */
  readonly folder: string | null;
  /** 0 chooses a free one. */
  readonly port: number;
}

export interface Azurite {
  readonly connectionString: string;
  /** How it ended, in words, whoever ended it; never rejects. */
  readonly ended: Promise<string>;
  /** Stops it with everything saved; harmless when called again. @throws Fault('tables') when it had to be killed. */
  stop(): Promise<void>;
}

const START_MS = 30_000;
const STOP_MS = 15_000;

/** The account and key that every Azurite has, printed in Microsoft's documentation: no secret. */
const ACCOUNT = 'devstoreaccount1';
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/**
 * The table service of Azurite, Microsoft's own emulator of Azure Storage, as a child process on loopback.
 * It is told to shut down and never sent a SIGTERM: that loses up to 5 s of writes. When we crash, it saves and ends too.
 * Two of them on one folder destroy each other's data: the caller sees to it that there is one.
 * @throws Fault('tables') for a port that is taken, Fault('folder') for a folder that cannot be written.
 */
export async function startAzurite({ folder, port }: AzuriteOptions): Promise<Azurite> {
  if (folder !== null) await assertWritable(folder, 'de opslag');
  if (port !== 0 && !(await isPortFree(port))) throw taken(port);
  for (let attemptsLeft = port === 0 ? 3 : 1; ; attemptsLeft--) {
    const chosen = port === 0 ? await freePort() : port;
    const child = launch(folder, chosen);
    const problem = await untilStarted(child);
    if (problem === null) return running(child, chosen);
    // A free port can be taken between choosing and listening.
    if (!problem.includes('EADDRINUSE')) throw new Fault('tables', `De opslag (Azurite) start niet: ${problem}`);
    if (attemptsLeft <= 1) throw taken(chosen);
  }
}

function taken(port: number): Fault {
  return new Fault('tables', `Poort ${port}, die de opslag nodig heeft, is bezet door een ander programma.`);
}

function launch(folder: string | null, port: number): NodeChild {
  const where = folder === null ? ['--inMemoryPersistence'] : ['--location', resolve(folder)];
  const address = ['--tableHost', '127.0.0.1', '--tablePort', String(port)];
  // Azurite's own settings from the environment could give it another account or place.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('AZURITE_')));
  return startNodeChild({
    script: createRequire(import.meta.url).resolve('azurite/dist/src/table/main.js'),
    args: ['--silent', '--disableTelemetry', ...address, ...where],
    cwd: folder === null ? tmpdir() : resolve(folder),
    env,
  });
}

/** null once it listens; else what it said. */
async function untilStarted(child: NodeChild): Promise<string | null> {
  const started = new Promise<null>((resolve) => {
    child.process.stdout?.on('data', (text: string) => {
      if (text.includes('successfully started')) resolve(null);
    });
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, START_MS, `no sign of life within ${START_MS / 1000} s`);
  });
  const died = child.ended.then((how) => `${how}: ${child.lastWords().join(' ')}`);
  const problem = await Promise.race([started, died, late]);
  clearTimeout(timer);
  if (problem !== null) child.process.kill('SIGKILL');
  return problem;
}

function running(child: NodeChild, port: number): Azurite {
  return {
    connectionString:
      `DefaultEndpointsProtocol=http;AccountName=${ACCOUNT};AccountKey=${KEY};` +
      `TableEndpoint=http://127.0.0.1:${port}/${ACCOUNT};`,
    ended: child.ended,
    async stop() {
      const shutdown = (): void => void child.process.send('shutdown');
      if (!(await endChild(child, shutdown, STOP_MS))) {
        throw new Fault(
          'tables',
          'De opslag stopte niet vanzelf en is afgebroken: de laatste seconden kunnen weg zijn.',
        );
      }
    },
  };
}
