import { type TableClient, type TransactionAction } from '@azure/data-tables';
import { TABLE_NAMES, type TableName } from './create-tables.ts';
import { LAYOUT, type LayoutStep, missingIn } from './layout.ts';
import { reach, reachOr } from './storage-fault.ts';

/** What goes into one transaction; a step may rewrite a row of up to 1 MiB. */
const MOST_ROWS = 100;
const MOST_LETTERS = 1_000_000;

/** How many rows were looked at, and how many of them were brought to this layout. */
export interface Migrated {
  readonly rows: number;
  readonly changed: number;
}

/**
 * Brings every stored row to the layout of this release. It may break off anywhere, run twice, and run beside a bot of this
 * release: each row changes under the etag that was read, and one that was written or removed meanwhile needs nothing more.
 * @throws Fault('tables') at a row of a later release; what came before it is brought over.
 */
export async function migrateRows(
  tables: Readonly<Record<TableName, TableClient>>,
  progress: (table: TableName, migrated: Migrated) => void,
  steps?: readonly LayoutStep[],
): Promise<Migrated> {
  let all: Migrated = { rows: 0, changed: 0 };
  for (const name of TABLE_NAMES) {
    const ofTable = await migrateTable(tables[name], steps);
    progress(name, ofTable);
    all = { rows: all.rows + ofTable.rows, changed: all.changed + ofTable.changed };
  }
  return all;
}

async function migrateTable(table: TableClient, steps?: readonly LayoutStep[]): Promise<Migrated> {
  const layout = steps?.length ?? LAYOUT;
  let rows = 0;
  let changed = 0;
  let batch: TransactionAction[] = [];
  let letters = 0;
  const flush = async (): Promise<void> => {
    if (batch.length > 0) changed += await submit(table, batch);
    [batch, letters] = [[], 0];
  };
  const all = table.listEntities();
  for (let next = await reach(() => all.next()); next.done !== true; next = await reach(() => all.next())) {
    const row = next.value;
    rows += 1;
    const missing = missingIn(row, steps);
    if (missing === null) continue;
    const { partitionKey = '', rowKey = '', etag } = row;
    const size = JSON.stringify(missing).length;
    const other = batch[0]?.[1].partitionKey !== partitionKey;
    if (other || batch.length >= MOST_ROWS || letters + size > MOST_LETTERS) await flush();
    // Merge: what a step does not name keeps its value and its type.
    batch.push(['update', { partitionKey, rowKey, ...missing, layout }, 'Merge', { etag }]);
    letters += size;
  }
  await flush();
  return { rows, changed };
}

/** All at once; when one of them was overtaken, one by one. Gives how many were written. */
async function submit(table: TableClient, batch: readonly TransactionAction[]): Promise<number> {
  const overtaken = [404, 412];
  if ((await reachOr(overtaken, null, () => table.submitTransaction([...batch]))) !== null) return batch.length;
  let written = 0;
  for (const action of batch) {
    if ((await reachOr(overtaken, null, () => table.submitTransaction([action]))) !== null) written += 1;
  }
  return written;
}
