import { type Change } from '../../ports/dialogue-store.ts';
import { type Tables } from './create-tables.ts';
import { encodeKey, eventKey, HEAD, operationKey } from './keys.ts';
import { allRows } from './rows.ts';
import { statusOf, storageFault } from './storage-fault.ts';

/** Whether a transaction was stored, and the etag of the head then. */
export type Written =
  | { readonly outcome: 'committed'; readonly etag: string }
  | { readonly outcome: 'conflict' }
  | { readonly outcome: 'repeated' };

/** An etag that no row has: the change was stored, and the dialogue has moved on since. */
const OVERTAKEN = `W/"datetime'1601-01-01T00%3A00%3A00.0000000Z'"`;

/**
 * What became of a transaction that failed, by what is stored now: which row collided is not said reliably, and a lost
 * answer is repeated by the client and then refused although the first try was stored. Our own nonce in the head, or in
 * the first event when somebody wrote after us, says that it was.
 * @throws Fault('tables') when it was not stored for another reason than somebody else's write.
 */
export async function whatBecameOf(
  tables: Tables,
  { before, after, operation }: Change,
  writer: string,
  error: unknown,
): Promise<Written> {
  const status = statusOf(error);
  const certain = status !== null && status >= 400 && status < 500 && ![404, 408, 409, 412, 429].includes(status);
  if (certain) throw storageFault(error);

  const firstEvent = eventKey((before?.dialogue.version ?? 0) + 1);
  const keys = [HEAD, firstEvent, ...(operation === null ? [] : [operationKey(operation)])];
  const wanted = keys.map((key) => `RowKey eq '${key}'`).join(' or ');
  const rows = await allRows(tables.dialogues, `PartitionKey eq '${encodeKey(after.id)}' and (${wanted})`);
  const head = rows.find(({ rowKey }) => rowKey === HEAD);
  const operated = operation === null ? undefined : rows.find(({ rowKey }) => rowKey === operationKey(operation));

  if (head?.['writer'] === writer) return { outcome: 'committed', etag: head.etag };
  if (rows.some((row) => row['writer'] === writer)) return { outcome: 'committed', etag: OVERTAKEN };
  if (operated !== undefined) return { outcome: 'repeated' };
  if (head?.etag !== before?.etag) return { outcome: 'conflict' };
  throw storageFault(error);
}
