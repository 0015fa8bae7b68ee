import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../../services/ports/fault.ts';
import { endChild, type NodeChild, startNodeChild } from './node-child.ts';
import { ROOT } from './practice-options.ts';

export interface BotProcessOptions {
  readonly script: string;
  readonly port: number;
  /** On top of our own environment, from which everything that could reach a real service is left out. */
  readonly env: Readonly<Record<string, string>>;
  readonly onLine: (line: string) => void;
}

export interface BotProcess {
  /** Where the bot takes activities. */
  readonly url: string;
  /** Waits until it answers at all. @throws Fault when it ends or takes too long. */
  alive(quit: AbortSignal): Promise<void>;
  /** Waits until it can work: storage reachable, channel known. @throws Fault with its own words when it takes too long. */
  ready(quit: AbortSignal): Promise<void>;
  /** Resolves with the fault when it ends, asked or not; never rejects. */
  readonly ended: Promise<Fault>;
  /** The same when that is within a while, else null: why something failed that needed the bot. */
  endedWithin(ms: number): Promise<Fault | null>;
  /** SIGTERM, and SIGKILL after 15 s: the bot's dialogues are safe either way. */
  stop(): Promise<void>;
}

const START_MS = 60_000;
const STOP_MS = 15_000;
const LOOK_EVERY_MS = 100;

export function botAddress(port: number): string {
  return `http://127.0.0.1:${port}`;
}

/** The bot exactly as `npm start` runs it, as a child process without sign-in. */
export function startBotProcess({ script, port, env, onLine }: BotProcessOptions): BotProcess {
  const child = startNodeChild({
    script,
    nodeOptions: ['--import', 'tsx'],
    cwd: ROOT,
    env: { ...withoutServices(process.env), ...env, LOCAL: '1', PORT: String(port) },
    onLine,
  });
  const ended = child.ended.then((how) => botEnded(how, child));
  const answers = (path: string) => (quit: AbortSignal) => untilAnswers(`${botAddress(port)}${path}`, ended, quit);
  return {
    url: `${botAddress(port)}/api/messages`,
    alive: answers('/health'),
    ready: answers('/ready'),
    ended,
    endedWithin: (ms) => Promise.race([ended, sleep(ms, null)]),
    async stop() {
      await endChild(child, () => child.process.kill('SIGTERM'), STOP_MS);
    },
  };
}

function withoutServices(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(BOT|X|TABLES|TEAMS)_/.test(name)));
}

function botEnded(how: string, child: NodeChild): Fault {
  const words = child.lastWords().map((line) => `  ${line}`);
  return new Fault('teams', [`De bot is vanzelf gestopt (${how}). Zijn laatste regels:`, ...words].join('\n'));
}

async function untilAnswers(url: string, ended: Promise<Fault>, quit: AbortSignal): Promise<void> {
  const seen: { end: Fault | null } = { end: null };
  void ended.then((fault) => {
    seen.end = fault;
  });
  const until = performance.now() + START_MS;
  for (;;) {
    const problem = await ask(url);
    quit.throwIfAborted();
    if (problem === null) return;
    if (seen.end) throw seen.end;
    if (performance.now() > until) {
      throw new Fault('teams', `De bot is na ${START_MS / 1000} s niet klaar: ${problem}`);
    }
    await sleep(LOOK_EVERY_MS);
  }
}

/** null for a yes, else what it said. */
async function ask(url: string): Promise<string | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    const words = await response.text();
    return response.ok ? null : words.slice(0, 500);
  } catch {
    return 'geen antwoord';
  }
}
