import { type Happened } from '../../domain/dialogue/messages.ts';
import { type StoredDialogue } from '../../ports/dialogue-store.ts';
import { type Tables } from './create-tables.ts';
import { eventIn } from './dialogue-rows.ts';
import { encodeKey, HEAD, inRange } from './keys.ts';
import { storedIn } from './read-dialogue.ts';
import { listRows, type Row } from './rows.ts';

/** The rows of a dialogue stand beside each other: one pass over the table, a call for each 1,000 rows. */
export async function* everyDialogue(tables: Tables): AsyncGenerator<StoredDialogue> {
  let rows: Row[] = [];
  for await (const row of listRows(tables.dialogues, `RowKey eq '${HEAD}' or ${inRange('p')}`)) {
    if (rows[0] !== undefined && rows[0].partitionKey !== row.partitionKey) {
      const stored = storedIn(rows);
      if (stored !== null) yield stored;
      rows = [];
    }
    rows.push(row);
  }
  const last = storedIn(rows);
  if (last !== null) yield last;
}

/** The same of the events alone, in the order of the partitions. */
export async function* everyHistory(
  tables: Tables,
  after: string,
): AsyncGenerator<{ readonly dialogue: string; readonly history: readonly Happened[] }> {
  let current = null as { readonly partition: string; readonly dialogue: string; readonly history: Happened[] } | null;
  for await (const row of listRows(tables.dialogues, `PartitionKey gt '${encodeKey(after)}' and ${inRange('e')}`)) {
    const event = eventIn(row);
    const partition = String(row.partitionKey);
    if (current?.partition === partition) current.history.push(event);
    else {
      if (current !== null) yield current;
      const begins = event.type === 'opened' || event.type === 'begun';
      current = begins ? { partition, dialogue: event.dialogue, history: [event] } : null;
    }
  }
  if (current !== null) yield current;
}
