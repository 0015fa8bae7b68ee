import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod/v4';
import { Fault } from '../../../ports/fault.ts';
import { LAYOUT, ofLaterRelease } from '../layout.ts';
import { TABLE_NAMES, type TableName } from '../create-tables.ts';
import { STORED_ROW, type StoredRow } from './stored-row.ts';
import { type Count, Tally, textOf } from './tally.ts';

/** The first line of a backup: what it is of. */
export const FIRST_LINE = z.strictObject({
  backup: z.literal('gehoor'),
  layout: z.number().int(),
  prefix: z.string(),
  at: z.iso.datetime(),
});
export type FirstLine = z.infer<typeof FIRST_LINE>;

const ROW_LINE = z.strictObject({ table: z.string(), row: STORED_ROW });
/** The last line: what must have come before it. */
const LAST_LINE = z.strictObject({
  counts: z.record(z.string(), z.strictObject({ rows: z.number().int(), checksum: z.string() })),
});

/** A whole and sound backup, by its first and last line. */
export interface Checked {
  readonly first: FirstLine;
  readonly counts: Readonly<Partial<Record<TableName, Count>>>;
}

/** Reads the file to its end without keeping it. @throws Fault('folder') in words when anything in it is not as it was written. */
export async function checkBackup(file: string): Promise<Checked> {
  const tallies = new Map<TableName, Tally>();
  let first: FirstLine | null = null;
  let last: z.infer<typeof LAST_LINE> | null = null;
  for await (const line of linesOf(file)) {
    if (last !== null) throw damaged(file, 'lines after its last one');
    if (first === null) {
      const read = FIRST_LINE.safeParse(jsonOf(file, line));
      if (!read.success) throw new Fault('folder', `${file} is no backup of this program.`);
      first = read.data;
      if (first.layout > LAYOUT) throw new Fault('folder', `What is in ${file} ${ofLaterRelease(first.layout)}`);
      continue;
    }
    const data = jsonOf(file, line);
    const end = LAST_LINE.safeParse(data);
    if (end.success) last = end.data;
    else {
      const { table, row } = rowIn(file, data);
      const tally = tallies.get(table) ?? new Tally();
      tallies.set(table, tally.add(textOf(row)));
    }
  }
  if (first === null || last === null) throw damaged(file, 'an end that is cut off');
  for (const name of new Set([...tallies.keys(), ...Object.keys(last.counts)])) {
    const counted = (tallies.get(name as TableName) ?? new Tally()).count();
    const told = last.counts[name];
    if (told?.rows !== counted.rows || told.checksum !== counted.checksum)
      throw damaged(file, `other rows in ${name} than its last line tells`);
  }
  return { first, counts: last.counts };
}

/** The rows of a backup that was checked. */
export async function* rowsOf(file: string): AsyncGenerator<{ readonly table: TableName; readonly row: StoredRow }> {
  for await (const line of linesOf(file)) {
    if (line.startsWith('{"table":')) yield rowIn(file, jsonOf(file, line));
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  // The error of any part reaches who reads the last one.
  const text = pipeline(createReadStream(file), createGunzip(), () => undefined).setEncoding('utf8');
  let rest = '';
  try {
    for await (const chunk of text as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (cause) {
    throw unreadable(file, cause);
  }
  if (rest !== '') throw damaged(file, 'a last line that is not whole');
}

function unreadable(file: string, cause: unknown): Fault {
  if (cause instanceof Fault) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOENT') return new Fault('folder', `There is no file ${file}: name the backup to restore.`, cause);
  if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR')
    return damaged(file, 'bytes that are cut off or changed', cause);
  return new Fault('folder', `${file} cannot be read (${code}).`, cause);
}

function jsonOf(file: string, line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw damaged(file, 'a line that is not whole', cause);
  }
}

function rowIn(file: string, data: unknown): { readonly table: TableName; readonly row: StoredRow } {
  const read = ROW_LINE.safeParse(data);
  if (!read.success) throw damaged(file, 'a line that is no row', read.error);
  const table = TABLE_NAMES.find((name) => name === read.data.table);
  if (table === undefined)
    throw new Fault(
      'folder',
      `${file} has a table ${read.data.table}, which this release does not know: use a later one.`,
    );
  return { table, row: read.data.row };
}

function damaged(file: string, what: string, cause?: unknown): Fault {
  return new Fault('folder', `${file} is damaged: it has ${what}. Nothing was written; take another backup.`, cause);
}
