import { type TransactionAction } from '@azure/data-tables';
import { type Instant } from '../../domain/instant.ts';
import { type LeftBehind } from '../../ports/figures-store.ts';
import { type Tables } from './create-tables.ts';
import { dayPartition, OPEN, rolledKey } from './figures-rows.ts';
import { encodeKey } from './keys.ts';
import { listRows, removeRow } from './rows.ts';
import { reachOr } from './storage-fault.ts';

/** Rows in one transaction; all of one partition. */
const MOST_ROWS = 100;

/** Takes the rows of all rolled-up days away, those that somebody is at as well. */
export async function undoRolledUp({ figures }: Tables): Promise<void> {
  const partitions = new Map<string, TransactionAction[]>();
  for await (const row of listRows(figures, "PartitionKey ge 'r:' and PartitionKey lt 'r;'", [
    'PartitionKey',
    'RowKey',
  ])) {
    const key = { partitionKey: String(row.partitionKey), rowKey: String(row.rowKey) };
    partitions.set(key.partitionKey, [...(partitions.get(key.partitionKey) ?? []), ['delete', key]]);
  }
  for (const rows of partitions.values())
    for (let from = 0; from < rows.length; from += MOST_ROWS)
      // One that is gone meanwhile was undone by who recorded something of its day; the others go one by one then.
      if ((await reachOr([404], null, () => figures.submitTransaction(rows.slice(from, from + MOST_ROWS)))) === null)
        for (const [, { partitionKey, rowKey }] of rows.slice(from, from + MOST_ROWS))
          await removeRow(figures, partitionKey, rowKey);
}

export async function* leftBehind({ figures }: Tables, before: Instant): AsyncGenerator<LeftBehind> {
  const old = `at lt datetime'${new Date(before).toISOString()}'`;
  const filter = `(PartitionKey eq '${OPEN}' or (PartitionKey ge 'd:' and PartitionKey lt 'd;')) and ${old}`;
  for await (const row of listRows(figures, filter, ['PartitionKey', 'RowKey', 'dialogue'])) {
    const partition = String(row.partitionKey);
    const day = partition === OPEN ? null : partition.slice(2);
    yield { dialogue: String(row['dialogue']), day, etag: row.etag };
  }
}

export async function forget({ figures }: Tables, { dialogue, day, etag }: LeftBehind): Promise<void> {
  await removeRow(figures, day === null ? OPEN : dayPartition(day), encodeKey(dialogue), etag);
  if (day === null) return;
  const { partitionKey, rowKey } = rolledKey(day);
  await removeRow(figures, partitionKey, rowKey);
}
