import { type ChildProcess, fork } from 'node:child_process';
import { type Readable } from 'node:stream';

export interface NodeChildOptions {
  readonly script: string;
  readonly args?: readonly string[];
  /** Options of node itself, such as `--import tsx`. */
  readonly nodeOptions?: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Hears every line that the child writes. */
  readonly onLine?: (line: string) => void;
}

export interface NodeChild {
  readonly process: ChildProcess;
  /** How it ended, in words ("code 1", "SIGKILL"); never rejects. */
  readonly ended: Promise<string>;
  /** The last lines that it wrote, oldest first. */
  lastWords(): readonly string[];
}

const KEPT_LINES = 20;

/**
 * Runs in the child before its script. When the parent is gone, however it went, the channel to it closes: then the child
 * is asked to end in both words that our children know, and ends after 10 s anyway. Nothing stays behind holding a port.
 */
const END_WITH_PARENT = `data:text/javascript,${encodeURIComponent(`
process.channel?.unref();
process.on('disconnect', () => {
  setTimeout(() => process.exit(1), 10000).unref();
  process.emit('message', 'shutdown');
  process.emit('SIGTERM', 'SIGTERM');
});`)}`;

/**
 * Starts a node process in a process group of its own, so that a Ctrl-C in the terminal reaches only us and we choose
 * the order of stopping. It ends when we do, a crash and a SIGKILL included.
 */
export function startNodeChild(options: NodeChildOptions): NodeChild {
  const child = fork(options.script, [...(options.args ?? [])], {
    execArgv: [...(options.nodeOptions ?? []), '--import', END_WITH_PARENT],
    cwd: options.cwd,
    env: options.env,
    detached: true,
    silent: true,
  });
  const kept: string[] = [];
  const hear = (line: string): void => {
    kept.push(line);
    if (kept.length > KEPT_LINES) kept.shift();
    options.onLine?.(line);
  };
  eachLine(child.stdout, hear);
  eachLine(child.stderr, hear);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => {
      resolve(error.message);
    });
    child.once('close', (code, signal) => {
      resolve(signal ?? `code ${String(code)}`);
    });
  });
  return { process: child, ended, lastWords: () => kept };
}

function eachLine(stream: Readable | null, hear: (line: string) => void): void {
  let rest = '';
  stream?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split(/\r?\n/);
    rest = lines.pop() ?? '';
    lines.forEach(hear);
  });
  stream?.once('end', () => {
    if (rest !== '') hear(rest);
  });
}

/** Asks a child to end and waits; answers false when it had to be killed after `patienceMs`. */
export async function endChild(child: NodeChild, ask: () => void, patienceMs: number): Promise<boolean> {
  const { exitCode, signalCode } = child.process;
  if (exitCode !== null || signalCode !== null) return true;
  ask();
  let killed = false;
  const timer = setTimeout(() => {
    killed = true;
    child.process.kill('SIGKILL');
  }, patienceMs);
  await child.ended;
  clearTimeout(timer);
  return !killed;
}
