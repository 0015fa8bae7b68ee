import { type TableClient, type TransactionAction } from '@azure/data-tables';
import { Fault } from '../../../ports/fault.ts';
import { TABLE_NAMES, type TableName } from '../create-tables.ts';
import { reach } from '../storage-fault.ts';
import { type Checked, checkBackup, rowsOf } from './backup-file.ts';
import { readTable } from './read-table.ts';
import { entityOf } from './stored-row.ts';
import { Tally, textOf } from './tally.ts';
import { type Progress, TOLD_EVERY } from './write-backup.ts';

const MOST_ROWS = 100;
/** A transaction takes 4 MiB; a row that is larger than this goes alone, and always fits: it takes no more than 1.6 MiB. */
const MOST_BYTES = 1_024 * 1_024;
/** The frame of each row in it. */
const FRAME_BYTES = 1_000;

type Clients = Readonly<Record<TableName, TableClient>>;

/**
 * Brings a backup back into tables without rows (made when missing), reads them again and compares. The file is read to its end before
 * anything is written. No bot may run on these tables meanwhile.
 * @throws Fault('folder') for a file that is not whole, Fault('tables') for tables with rows, or when what is stored is not what the file holds.
 */
export async function restoreBackup(tables: Clients, file: string, progress: Progress): Promise<Checked> {
  const checked = await checkBackup(file);
  await assertEmpty(tables);
  await writeAll(tables, file, progress);
  for (const table of TABLE_NAMES) {
    const tally = new Tally();
    for await (const row of readTable(tables[table])) tally.add(textOf(row));
    const told = checked.counts[table] ?? new Tally().count();
    if (tally.count().checksum !== told.checksum)
      throw new Fault(
        'tables',
        `${table} has ${tally.rows} rows that are not the ${told.rows} of the backup: see that no bot runs on these tables, delete them and restore again.`,
      );
  }
  return checked;
}

async function assertEmpty(tables: Clients): Promise<void> {
  for (const name of TABLE_NAMES) {
    await reach(() => tables[name].createTable());
    const first = await reach(() => tables[name].listEntities().byPage({ maxPageSize: 1 }).next());
    if (first.done !== true && first.value.length > 0)
      throw new Fault(
        'tables',
        `There are rows in ${tables[name].tableName}, and a restore overwrites nothing: set TABLES_PREFIX to one that is not in use, or delete the tables.`,
      );
  }
}

async function writeAll(tables: Clients, file: string, progress: Progress): Promise<void> {
  let told = { table: '', rows: 0 };
  for await (const { table, actions } of batchesOf(file)) {
    await reach(() => tables[table].submitTransaction(actions));
    const before = told.table === table ? told.rows : 0;
    told = { table, rows: before + actions.length };
    if (Math.floor(told.rows / TOLD_EVERY) > Math.floor(before / TOLD_EVERY)) progress(table, told.rows);
  }
}

interface Batch {
  readonly table: TableName;
  readonly partition: string;
  readonly actions: TransactionAction[];
  bytes: number;
}

/** What goes together: rows that follow each other in one partition of one table, as many as a transaction takes. */
async function* batchesOf(file: string): AsyncGenerator<Batch> {
  let batch: Batch | null = null;
  for await (const { table, row } of rowsOf(file)) {
    const bytes = Buffer.byteLength(textOf(row)) + FRAME_BYTES;
    if (batch !== null && !fits(batch, table, row.partitionKey, bytes)) {
      yield batch;
      batch = null;
    }
    batch ??= { table, partition: row.partitionKey, actions: [], bytes: 0 };
    // Not a create: the client sends a transaction whose answer was lost once more.
    batch.actions.push(['upsert', entityOf(row), 'Replace']);
    batch.bytes += bytes;
  }
  if (batch !== null) yield batch;
}

function fits(batch: Batch, table: TableName, partition: string, bytes: number): boolean {
  const together = batch.table === table && batch.partition === partition;
  return together && batch.actions.length < MOST_ROWS && batch.bytes + bytes <= MOST_BYTES;
}
