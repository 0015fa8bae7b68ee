import { type StoredDialogue } from '../../ports/dialogue-store.ts';
import { type Tables } from './create-tables.ts';
import { HEAD, inRange } from './keys.ts';
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
