import { randomUUID } from 'node:crypto';
import { type TransactionAction } from '@azure/data-tables';
import { type Change, type CommitOutcome, type DueRow, type StoredDialogue } from '../../ports/dialogue-store.ts';
import { Fault } from '../../ports/fault.ts';
import { writeAtOnce, type Written } from './commit-outcome.ts';
import { type Tables } from './create-tables.ts';
import { rowsOf } from './dialogue-rows.ts';
import { writeDue } from './due-rows.ts';
import { encodeKey, eventKey, operationKey } from './keys.ts';
import {
  askedKeys,
  citizenKey,
  dayKey,
  type IndexKey,
  isEnded,
  openKey,
  ownPostKeys,
  postedKey,
  stormKeys,
  writeIndexRow,
} from './index-rows.ts';
import { readRow, removeRow } from './rows.ts';

/** What a transaction takes: rows in all, and bytes of one row and of all, with room for the frame around them. */
const MOST_ROWS = 100;
const ROW_BYTES = 1_024 * 1_024 - 10_000;
const ALL_BYTES = 4 * 1_024 * 1_024 - 200_000;

/**
 * Stores a change as a whole or not at all. Index and due rows go first, so that they can be stale but never missing:
 * whatever happens after them, who looks at them checks the head.
 */
export async function commit(tables: Tables, change: Change): Promise<CommitOutcome> {
  const writer = randomUUID();
  const rows = rowsOf(change, writer);
  assertFits(change, rows);
  const { due, openEtag } = await writeIndex(tables, change, writer);
  const written = await transact(tables, change, rows, writer);
  if (written.outcome !== 'committed') return written;
  if (openEtag !== null) await dropOpen(tables, change.after.id, openEtag);
  const texts = new Map([...(change.before?.texts ?? []), ...change.texts]);
  for (const forgotten of change.forget) texts.delete(forgotten);
  const stored: StoredDialogue = { dialogue: change.after, texts, etag: written.etag };
  return { outcome: 'committed', stored, due };
}

async function transact(
  tables: Tables,
  { before, after, operation }: Change,
  rows: TransactionAction[],
  writer: string,
): Promise<Written> {
  return writeAtOnce(
    tables.dialogues,
    {
      partitionKey: encodeKey(after.id),
      etag: before?.etag ?? null,
      firstEvent: eventKey((before?.dialogue.version ?? 0) + 1),
      operation: operation === null ? null : operationKey(operation),
    },
    rows,
    writer,
  );
}

async function writeIndex(
  tables: Tables,
  { before, after, events, wakes }: Change,
  nonce: string,
): Promise<{ due: readonly DueRow[]; openEtag: string | null }> {
  const wasOpen = before !== null && !isEnded(before.dialogue);
  const keys: IndexKey[] = [];
  if (!wasOpen && !isEnded(after)) keys.push(openKey(after.id));
  if (before === null)
    keys.push(citizenKey(after), dayKey(after, events[0]?.at ?? tables.clock.now()), ...stormKeys(after));
  const came = events.flatMap((event) => (event.type === 'opened' || event.type === 'received' ? [event.post.at] : []));
  keys.push(...came.map((at) => postedKey(after, at)));
  if (events.some(({ type }) => type === 'published')) keys.push(...ownPostKeys(after));
  if (events.some(({ type }) => type === 'questionAsked' || type === 'questionWentOn')) keys.push(...askedKeys(after));
  // Read before the commit: who re-opens the dialogue after it has written the row anew, and the etag no longer fits.
  const ends = wasOpen && isEnded(after);
  const [due, open] = await Promise.all([
    writeDue(tables, { dialogue: after.id, version: after.version, nonce }, wakes),
    ends ? readRow(tables.index, openKey(after.id).partitionKey, openKey(after.id).rowKey) : null,
    ...keys.map((key) => writeIndexRow(tables, key, after.id)),
  ]);
  return { due, openEtag: open?.etag ?? null };
}

/** The change is stored: a row that stays behind is stale, is checked on reading and goes later. */
async function dropOpen(tables: Tables, dialogue: string, etag: string): Promise<void> {
  const { partitionKey, rowKey } = openKey(dialogue);
  try {
    await removeRow(tables.index, partitionKey, rowKey, etag);
  } catch (fault) {
    tables.log.warn('An index row of an ended dialogue stays for now.', { dialogue, fault });
  }
}

function assertFits({ after }: Change, rows: readonly TransactionAction[]): void {
  const sizes = rows.map(([, entity]) => bytesOf(entity));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (rows.length > MOST_ROWS || Math.max(...sizes) > ROW_BYTES || all > ALL_BYTES) {
    const size = `${rows.length} rows, ${Math.round(all / 1_024)} KiB`;
    throw new Fault(
      'tables',
      `A change of dialogue ${after.id} is too large for one transaction (${size}): report it.`,
    );
  }
}

/** Strings count two bytes a character; names and numbers hardly count. */
function bytesOf(entity: Readonly<Record<string, unknown>>): number {
  return Object.entries(entity).reduce((sum, [name, value]) => {
    return sum + 2 * name.length + (typeof value === 'string' ? 2 * value.length : 8);
  }, 0);
}
