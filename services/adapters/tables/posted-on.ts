import { type StoredDialogue } from '../../ports/dialogue-store.ts';
import { type Tables } from './create-tables.ts';
import { postedOnKey } from './index-rows.ts';
import { encodeKey } from './keys.ts';
import { load } from './read-dialogue.ts';
import { listRows, textIn } from './rows.ts';

/** Follows the index: a page for 1,000 dialogues, and one query for each. A row whose commit never came leads to nothing. */
export async function* postedOn(
  tables: Tables,
  network: string,
  day: string,
  after: string,
): AsyncGenerator<StoredDialogue> {
  const from = after === '' ? '' : ` and RowKey gt '${encodeKey(after)}'`;
  for await (const row of listRows(tables.index, `PartitionKey eq '${postedOnKey(network, day)}'${from}`)) {
    const stored = await load(tables, textIn(row, 'dialogue'));
    if (stored !== null) yield stored;
  }
}
