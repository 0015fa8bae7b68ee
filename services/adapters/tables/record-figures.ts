import { type Shares } from '../../domain/figures/shares.ts';
import { Fault } from '../../ports/fault.ts';
import { type Tables } from './create-tables.ts';
import { entityOf, type FiguresRow, isNewer, OPEN, rolledKey, rowsOf, type Stamp, stampIn } from './figures-rows.ts';
import { encodeKey } from './keys.ts';
import { readRow, removeRow, writeRow } from './rows.ts';
import { statusOf, storageFault } from './storage-fault.ts';

/** The rows of one dialogue as this instance wrote them last: partition → etag and what it held. */
export interface Written {
  readonly stamp: Stamp;
  readonly rows: ReadonlyMap<string, { readonly etag: string; readonly holds: string }>;
}

/** Others write the same dialogue at the same time: so often in a row is beyond chance. */
const TRIES = 20;

interface Recording {
  readonly tables: Tables;
  readonly dialogue: string;
  readonly stamp: Stamp;
  readonly today: string;
}

/**
 * Writes the rows of a dialogue. They stand in different partitions, so no transaction holds them together; this does:
 * - The row of the day on which the dialogue began goes first, with each recording. Who finds a later version in it stops.
 * - Each row carries the version and the moment as of which it was worked out, and never goes back.
 * - Nothing marks that nothing is open, so who makes such a row looks once more whether a later version came meanwhile.
 * - A rolled-up day is undone after its row, so that whoever rolls it up at that moment fails or has seen it.
 * Broken off anywhere it is put right by recording again. `before`: what this instance wrote last. When nobody else wrote
 * since, only what changed is written. null: it is not known what stands there now.
 */
export async function recordFigures(
  tables: Tables,
  { dialogue, version, shares }: { readonly dialogue: string; readonly version: number; readonly shares: Shares },
  before: Written | undefined,
): Promise<Written | null> {
  const recording = { tables, dialogue, stamp: { version, at: shares.at }, today: shares.today };
  const rows = rowsOf(dialogue, shares);
  const usable = before !== undefined && !isNewer(before.stamp, recording.stamp);
  const changed = usable ? await writeChanged(recording, rows, before.rows) : null;
  return changed ?? writeAll(recording, rows);
}

/** null: somebody else wrote since. */
async function writeChanged(
  recording: Recording,
  rows: readonly FiguresRow[],
  before: Written['rows'],
): Promise<Written | null> {
  const { tables, dialogue, stamp } = recording;
  const written = new Map(before);
  for (const [index, row] of rows.entries()) {
    const known = before.get(row.partition);
    const holds = JSON.stringify(row.fields);
    if (index > 0 && known?.holds === holds) continue;
    if (index === 0 && known === undefined) return null;
    const etag = await writeRow(tables.figures, entityOf(dialogue, row, stamp), known?.etag ?? null);
    if (etag === null || (known === undefined && (await wasOvertaken(recording, rows, row, etag)))) return null;
    if (known?.holds !== holds) await undoRolledUp(recording, row);
    written.set(row.partition, { etag, holds });
  }
  const open = rows.some(({ partition }) => partition === OPEN) ? undefined : before.get(OPEN);
  if (open !== undefined && !(await removeExactly(recording, open.etag))) return null;
  if (open !== undefined) written.delete(OPEN);
  return { stamp, rows: written };
}

/** Looks at each row before writing it. */
async function writeAll(recording: Recording, rows: readonly FiguresRow[]): Promise<Written | null> {
  const written = new Map<string, { etag: string; holds: string }>();
  let overtaken = false;
  for (const [index, row] of rows.entries()) {
    const put = await putRow(recording, rows, row);
    if (put === 'later version' && index === 0) return null;
    if (typeof put === 'string') overtaken = true;
    else written.set(row.partition, { etag: put.etag, holds: JSON.stringify(row.fields) });
    await undoRolledUp(recording, row);
  }
  if (!written.has(OPEN) && !rows.some(({ partition }) => partition === OPEN)) await removeOpen(recording);
  return overtaken ? null : { stamp: recording.stamp, rows: written };
}

async function putRow(
  recording: Recording,
  rows: readonly FiguresRow[],
  row: FiguresRow,
): Promise<{ readonly etag: string } | 'later version' | 'later moment'> {
  const { tables, dialogue, stamp } = recording;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const there = await readRow(tables.figures, row.partition, encodeKey(dialogue));
    if (there !== null && isNewer(stampIn(there), stamp))
      return stampIn(there).version > stamp.version ? 'later version' : 'later moment';
    const etag = await writeRow(tables.figures, entityOf(dialogue, row, stamp), there?.etag ?? null);
    if (etag === null) continue;
    return there === null && (await wasOvertaken(recording, rows, row, etag)) ? 'later version' : { etag };
  }
  throw changesAllTheTime(dialogue);
}

/** A row of what is open that was just made, while a later version says that nothing is: then it goes again. */
async function wasOvertaken(
  recording: Recording,
  rows: readonly FiguresRow[],
  row: FiguresRow,
  etag: string,
): Promise<boolean> {
  const { tables, dialogue, stamp } = recording;
  const [first] = rows;
  if (row.partition !== OPEN || first === undefined) return false;
  const there = await readRow(tables.figures, first.partition, encodeKey(dialogue));
  if (there === null || !isNewer(stampIn(there), stamp)) return false;
  await removeExactly(recording, etag);
  return true;
}

async function removeOpen(recording: Recording): Promise<void> {
  const { tables, dialogue, stamp } = recording;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const there = await readRow(tables.figures, OPEN, encodeKey(dialogue));
    if (there === null || isNewer(stampIn(there), stamp) || (await removeExactly(recording, there.etag))) return;
  }
  throw changesAllTheTime(dialogue);
}

/** False: somebody else wrote it since. */
async function removeExactly({ tables, dialogue }: Recording, etag: string): Promise<boolean> {
  try {
    await tables.figures.deleteEntity(OPEN, encodeKey(dialogue), { etag });
  } catch (error) {
    const status = statusOf(error);
    if (status === 412) return false;
    if (status !== 404) throw storageFault(error);
  }
  return true;
}

async function undoRolledUp({ tables, today }: Recording, { day }: FiguresRow): Promise<void> {
  if (day === null || day === today) return;
  const { partitionKey, rowKey } = rolledKey(day);
  await removeRow(tables.figures, partitionKey, rowKey);
}

function changesAllTheTime(dialogue: string): Fault {
  return new Fault('tables', `The figures of ${dialogue} changed ${TRIES} times while they were written: try again.`);
}
