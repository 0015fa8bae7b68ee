import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Running {
  readonly url: string;
  /** From starting the process until it was ready, in ms. */
  readonly startMs: number;
  /** Resident memory in MB; NaN where /proc is not there. */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts a TypeScript program that listens on `port` and waits until `GET path` answers with anything. */
export async function startProcess(
  script: string,
  args: readonly string[],
  port: number,
  env: NodeJS.ProcessEnv,
  path: string,
): Promise<Running> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await answering(`${url}${path}`, child);
  return { url, startMs: performance.now() - start, memory: () => memoryOf(child), stop: () => stop(child) };
}

async function answering(address: string, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the process ended with ${child.exitCode} before it listened`);
    const answered = await fetch(address).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${address} did not answer within a minute`);
}

function memoryOf(child: ChildProcess): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid ?? 0}/status`, 'utf8'))?.[1];
    return Number(kilobytes) / 1024;
  } catch {
    return NaN;
  }
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGTERM');
  });
}
