import { type TableClient, type TableEntityResult } from '@azure/data-tables';
import { Fault } from '../../ports/fault.ts';
import { inLayout } from './layout.ts';
import { reachOr, statusOf, storageFault } from './storage-fault.ts';

/** A row as it is read. */
export type Row = TableEntityResult<Record<string, unknown>>;

/** A row to be written. `writer` is drawn anew for each write and tells our own lost answer from somebody else's write. */
export type Entity = { partitionKey: string; rowKey: string } & Record<string, string | number | Date>;

/** All rows that fit, in order of their keys; the pages are fetched while reading. Only whole rows are brought to this layout. */
export async function* listRows(client: TableClient, filter: string, select?: string[]): AsyncGenerator<Row> {
  try {
    if (select === undefined)
      for await (const row of client.listEntities({ queryOptions: { filter } })) yield inLayout(row);
    else yield* client.listEntities({ queryOptions: { filter, select } });
  } catch (error) {
    throw storageFault(error);
  }
}

export async function allRows(client: TableClient, filter: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const row of listRows(client, filter)) rows.push(row);
  return rows;
}

export async function readRow(client: TableClient, partitionKey: string, rowKey: string): Promise<Row | null> {
  return reachOr([404], null, async () => inLayout(await client.getEntity(partitionKey, rowKey)));
}

/**
 * Writes a row under the etag that was read; `null`: it must not be there yet. Gives the new etag, or null when somebody
 * else was first. A lost answer is repeated by the client and then refused, so a refusal is looked at once more.
 */
export async function writeRow(
  client: TableClient,
  row: Entity & { writer: string },
  etag: string | null,
  mode: 'Merge' | 'Replace' = 'Replace',
): Promise<string | null> {
  try {
    const written = etag === null ? await client.createEntity(row) : await client.updateEntity(row, mode, { etag });
    return written.etag ?? (await ownEtag(client, row));
  } catch (error) {
    if (![404, 409, 412].includes(statusOf(error) ?? 0)) throw storageFault(error);
    return ownEtag(client, row);
  }
}

async function ownEtag(client: TableClient, row: Entity & { writer: string }): Promise<string | null> {
  const now = await readRow(client, row.partitionKey, row.rowKey);
  return now?.['writer'] === row.writer ? now.etag : null;
}

/** Removes a row; harmless when it is gone, or when it no longer has the etag that is given. */
export async function removeRow(client: TableClient, partitionKey: string, rowKey: string, etag = '*'): Promise<void> {
  await reachOr([404, 412], undefined, () => client.deleteEntity(partitionKey, rowKey, { etag }));
}

/** @throws Fault('tables') when the row is not as this release writes it. */
export function textIn(row: Row, property: string): string {
  const value = row[property];
  return typeof value === 'string' ? value : damaged(row, property);
}

export function numberIn(row: Row, property: string): number {
  const value = row[property];
  return typeof value === 'number' ? value : damaged(row, property);
}

/** Moments are kept as dates: a bare number of this size has no certain type in a table. */
export function momentIn(row: Row, property: string): number {
  const value = row[property];
  return value instanceof Date ? value.getTime() : damaged(row, property);
}

function damaged(row: Row, property: string): never {
  const name = `${String(row.partitionKey)} / ${String(row.rowKey)}`;
  throw new Fault('tables', `Row ${name} has no valid "${property}": it was written by another program or release.`);
}
