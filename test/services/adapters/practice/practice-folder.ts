import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPracticeNetwork } from '../../../../services/adapters/practice/practice-network.ts';
import { type Account } from '../../../../services/domain/work-instruction/instruction.ts';
import { type Log } from '../../../../services/ports/log.ts';
import { type Batch, type Network } from '../../../../services/ports/network.ts';

export const NOW = Date.parse('2026-11-24T09:12:00Z');

const ACCOUNTS: readonly Account[] = [
  { network: 'x', handle: 'GemOostzaan', municipality: 'oostzaan' },
  { network: 'x', handle: 'GemWormerland', municipality: 'wormerland' },
];

export interface PracticeFolderFixture {
  readonly folder: string;
  readonly logged: string[];
  readonly log: Log;
  /** A fresh adapter on the same folder, as after a restart. */
  network(folder?: string): Network;
  /** Appends lines to posts.jsonl; a string goes in as it is. */
  write(...lines: (object | string)[]): Promise<void>;
  discard(): Promise<void>;
}

/** A temporary practice folder with the real adapter on it. Length is counted in UTF-16 units, at most 280. */
export async function practiceFolder(): Promise<PracticeFolderFixture> {
  const folder = await mkdtemp(join(tmpdir(), 'practice-'));
  const logged: string[] = [];
  const keep = (message: string): void => void logged.push(message);
  const log: Log = { info: keep, warn: keep, error: keep };
  return {
    folder,
    logged,
    log,
    network: (elsewhere = folder) =>
      createPracticeNetwork({
        folder: elsewhere,
        accounts: ACCOUNTS,
        text: { length: (text) => text.length, limit: 280, privateLimit: 2_500 },
        clock: { now: () => NOW },
        log,
      }),
    async write(...lines) {
      const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)) + '\n').join('');
      await appendFile(join(folder, 'posts.jsonl'), text);
    },
    discard: () => rm(folder, { recursive: true, force: true }),
  };
}

export function post(id: string, fields: object = {}): object {
  return { id, author: { handle: 'Lotte_vaart', name: 'Lotte' }, text: 'Hoe laat gaat het loket open?', ...fields };
}

export async function readAll(network: Network, from = ''): Promise<Batch> {
  const source = network.sources()[0]!;
  const batches: Batch[] = [];
  for (let cursor = from, more = true; more;) {
    const outcome = await network.read(source, cursor);
    if (outcome.outcome !== 'read') throw new Error('a folder never asks to wait');
    batches.push(outcome.batch);
    ({ cursor, more } = outcome.batch);
  }
  return {
    posts: batches.flatMap((batch) => batch.posts),
    problems: batches.flatMap((batch) => batch.problems),
    cursor: batches.at(-1)!.cursor,
    more: false,
  };
}
