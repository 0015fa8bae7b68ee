import { MINUTE } from '../../domain/instant.ts';
import { type OpenDialogue } from '../../ports/dialogue-store.ts';
import { type Tables } from './create-tables.ts';
import { isEnded, OPEN } from './index-rows.ts';
import { unsettled } from './read-dialogue.ts';
import { listRows, momentIn, removeRow, textIn } from './rows.ts';

/** A younger row may belong to a commit that is still under way. */
const SETTLED_AFTER = 10 * MINUTE;

/** Follows the index and checks each head. Rows that are wrong and no longer young are removed, unless just rewritten. */
export async function* openDialogues(tables: Tables): AsyncGenerator<OpenDialogue> {
  for await (const row of listRows(tables.index, `PartitionKey eq '${OPEN}'`)) {
    const found = await unsettled(tables, textIn(row, 'dialogue'));
    if (found !== null && !isEnded(found.stored.dialogue)) {
      yield { ...found.stored, thread: found.shown.thread };
    } else if (momentIn(row, 'writtenAt') <= tables.clock.now() - SETTLED_AFTER) {
      await removeRow(tables.index, OPEN, String(row.rowKey), row.etag);
    }
  }
}
