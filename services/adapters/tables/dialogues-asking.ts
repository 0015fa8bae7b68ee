import { MINUTE } from '../../domain/instant.ts';
import { type StoredDialogue } from '../../ports/dialogue-store.ts';
import { type Tables } from './create-tables.ts';
import { askedKeys, askedPartition, isEnded } from './index-rows.ts';
import { load } from './read-dialogue.ts';
import { listRows, momentIn, removeRow, textIn } from './rows.ts';

/** A commit takes seconds: an older row without one is of a commit that never came. */
const ABANDONED = 10 * MINUTE;

/**
 * Follows the index, and tidies it: a row of a dialogue that ended, or that asked this person nothing after all, goes when
 * no commit can still be on its way. Who asks again writes it anew, and then the etag does not fit.
 */
export async function* dialoguesAsking(tables: Tables, email: string): AsyncGenerator<StoredDialogue> {
  const partition = askedPartition(email);
  for await (const row of listRows(tables.index, `PartitionKey eq '${partition}'`)) {
    const stored = await load(tables, textIn(row, 'dialogue'));
    const asked = stored !== null && askedKeys(stored.dialogue).some((key) => key.partitionKey === partition);
    if (asked && !isEnded(stored.dialogue)) yield stored;
    else if (momentIn(row, 'writtenAt') < tables.clock.now() - ABANDONED)
      await removeRow(tables.index, partition, String(row.rowKey), row.etag);
  }
}
