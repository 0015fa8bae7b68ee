import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type TableClient } from '@azure/data-tables';
import { type Instant } from '../../../domain/instant.ts';
import { Fault } from '../../../ports/fault.ts';
import { TABLE_NAMES, type TableName } from '../create-tables.ts';
import { LAYOUT } from '../layout.ts';
import { type FirstLine } from './backup-file.ts';
import { readTable } from './read-table.ts';
import { type Count, Tally, textOf } from './tally.ts';

/** Told once for every so many rows, and at the end of each table. */
export type Progress = (table: TableName, rows: number) => void;

/** How many rows go by before progress is told again. */
export const TOLD_EVERY = 10_000;

/**
 * Writes all tables into one gzip-compressed file of JSON lines: what it is of, the rows, what was counted. It has its
 * name only once it is whole, and only its owner reads it. The bot may run: each row is as it was when it was read, and what
 * does not fit together (an index row whose head came later) is what the nightly repair mends.
 * @throws Fault('tables'), or Fault('folder') when the file is there already or cannot be written.
 */
export async function writeBackup(
  tables: Readonly<Record<TableName, TableClient>>,
  file: string,
  { prefix, at }: { readonly prefix: string; readonly at: Instant },
  progress: Progress,
): Promise<Readonly<Record<string, Count>>> {
  const counts: Record<string, Count> = {};
  const lines = async function* (): AsyncGenerator<string> {
    const first: FirstLine = { backup: 'gehoor', layout: LAYOUT, prefix, at: new Date(at).toISOString() };
    yield `${JSON.stringify(first)}\n`;
    for (const table of TABLE_NAMES) {
      const tally = new Tally();
      for await (const row of readTable(tables[table])) {
        const text = textOf(row);
        tally.add(text);
        if (tally.rows % TOLD_EVERY === 0) progress(table, tally.rows);
        yield `{"table":"${table}","row":${text}}\n`;
      }
      counts[table] = tally.count();
      progress(table, tally.rows);
    }
    yield `${JSON.stringify({ counts })}\n`;
  };
  const part = `${file}.part`;
  try {
    // Exclusive, so that of two that write the same file the second one stops.
    await pipeline(Readable.from(lines()), createGzip(), createWriteStream(part, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    if (codeOf(error) === 'EEXIST')
      throw new Fault('folder', `${part} is there already: see whether another backup runs, else remove it.`, error);
    await rm(part, { force: true });
    if (error instanceof Fault) throw error;
    throw new Fault('folder', `${file} cannot be written (${codeOf(error)}).`, error);
  }
  await rename(part, file);
  return counts;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
