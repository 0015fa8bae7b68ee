import { type TableClient, type TransactionAction } from '@azure/data-tables';
import { HEAD } from './keys.ts';
import { allRows } from './rows.ts';
import { statusOf, storageFault } from './storage-fault.ts';

/** Whether a transaction was stored, and the etag of the head then. */
export type Written =
  | { readonly outcome: 'committed'; readonly etag: string }
  | { readonly outcome: 'conflict' }
  | { readonly outcome: 'repeated' };

/** A transaction on a partition with a head, events and operations, by the keys that tell what became of it. */
export interface Attempted {
  readonly partitionKey: string;
  /** Of the head that was decided upon; null: there was none. */
  readonly etag: string | null;
  /** Row key of the first event that it writes. */
  readonly firstEvent: string;
  readonly operation: string | null;
}

/** An etag that no row has: the change was stored, and the head has moved on since. */
const OVERTAKEN = `W/"datetime'1601-01-01T00%3A00%3A00.0000000Z'"`;

/**
 * Writes the rows as a whole or not at all; the head is the first of them.
 * @throws Fault('tables') when it was not stored for another reason than somebody else's write.
 */
export async function writeAtOnce(
  table: TableClient,
  attempted: Attempted,
  rows: TransactionAction[],
  writer: string,
): Promise<Written> {
  try {
    const answer = await table.submitTransaction(rows);
    // The answers come in the order of the rows; without an etag the head is read.
    const etag = answer.subResponses[0]?.etag;
    if (etag !== undefined) return { outcome: 'committed', etag };
  } catch (error) {
    return whatBecameOf(table, attempted, writer, error);
  }
  return whatBecameOf(table, attempted, writer, new Error('The answer to a transaction held no etag.'));
}

/**
 * What became of a transaction that failed, by what is stored now: which row collided is not said reliably, and a lost
 * answer is repeated by the client and then refused although the first try was stored. Our own nonce in the head, or in
 * the first event when somebody wrote after us, says that it was.
 */
async function whatBecameOf(
  table: TableClient,
  { partitionKey, etag, firstEvent, operation }: Attempted,
  writer: string,
  error: unknown,
): Promise<Written> {
  const status = statusOf(error);
  const certain = status !== null && status >= 400 && status < 500 && ![404, 408, 409, 412, 429].includes(status);
  if (certain) throw storageFault(error);

  const keys = [HEAD, firstEvent, ...(operation === null ? [] : [operation])];
  const wanted = keys.map((key) => `RowKey eq '${key}'`).join(' or ');
  const rows = await allRows(table, `PartitionKey eq '${partitionKey}' and (${wanted})`);
  const head = rows.find(({ rowKey }) => rowKey === HEAD);
  const operated = operation !== null && rows.some(({ rowKey }) => rowKey === operation);

  if (head?.['writer'] === writer) return { outcome: 'committed', etag: head.etag };
  if (rows.some((row) => row['writer'] === writer)) return { outcome: 'committed', etag: OVERTAKEN };
  if (operated) return { outcome: 'repeated' };
  if ((head?.etag ?? null) !== etag) return { outcome: 'conflict' };
  throw storageFault(error);
}
