import { randomUUID } from 'node:crypto';
import { type TransactionAction } from '@azure/data-tables';
import { sumOf } from '../../domain/charges.ts';
import { HOUR } from '../../domain/instant.ts';
import { dayOf } from '../../domain/spending.ts';
import { type Tables } from './create-tables.ts';
import { encodeKey } from './keys.ts';
import { dayIn, dayPartition, type DayTotal, spentIn, totalIn, totalPartition, totalRow } from './ledger-rows.ts';
import { allRows, readRow, type Row, writeRow } from './rows.ts';
import { reachOr } from './storage-fault.ts';

const MOST_ROWS = 100;
/** Another instance may still write what it read before midnight. */
const SETTLED_AFTER = HOUR;

/**
 * Closes the days that are over. Each in three steps, so that it may break off anywhere and two may do it at once: the total
 * is written as `closing` under its etag, then the rows go, then it is `closed`. Rows that come later are added to it.
 */
export async function closeDays(tables: Tables, network: string): Promise<number> {
  const until = dayOf(tables.clock.now() - SETTLED_AFTER);
  const name = encodeKey(network);
  const rows = await allRows(tables.ledger, `PartitionKey ge '${name}:' and PartitionKey lt '${name}:${until}'`);
  const closing = await allRows(tables.ledger, `PartitionKey eq '${totalPartition(network)}' and state eq 'closing'`);
  const days = [...new Set([...rows.map(dayIn), ...closing.map(({ rowKey }) => String(rowKey))])].sort();
  let closed = 0;
  for (const day of days) {
    const ofDay = rows.filter((row) => dayIn(row) === day);
    if (await closeDay(tables, network, day, ofDay)) closed += 1;
  }
  return closed;
}

/** False: somebody else is at it, or it is left for the next turn. */
async function closeDay(tables: Tables, network: string, day: string, rows: readonly Row[]): Promise<boolean> {
  const known = await readRow(tables.ledger, totalPartition(network), day);
  const before = known === null ? null : totalIn(known);
  const total: DayTotal = before?.state === 'closing' ? before : { day, spent: sum(before, rows), state: 'closing' };
  const etag = await writeRow(tables.ledger, totalRow(network, total, randomUUID()), known?.etag ?? null);
  if (etag === null || !(await removeAll(tables, dayPartition(network, day), rows))) return false;
  return (await writeRow(tables.ledger, totalRow(network, { ...total, state: 'closed' }, randomUUID()), etag)) !== null;
}

function sum(before: DayTotal | null, rows: readonly Row[]): DayTotal['spent'] {
  return sumOf([...(before === null ? [] : [before.spent]), ...rows.map(spentIn)]);
}

/** False: some were gone already, so another instance is at it too. */
async function removeAll(tables: Tables, partitionKey: string, rows: readonly Row[]): Promise<boolean> {
  for (let from = 0; from < rows.length; from += MOST_ROWS) {
    const actions = rows
      .slice(from, from + MOST_ROWS)
      .map(({ rowKey }): TransactionAction => ['delete', { partitionKey, rowKey: String(rowKey) }]);
    if ((await reachOr([404], null, () => tables.ledger.submitTransaction(actions))) === null) return false;
  }
  return true;
}
