import { randomUUID } from 'node:crypto';
import { type Duration } from '../../domain/instant.ts';
import { type Shown, type ShownLock } from '../../ports/dialogue-store.ts';
import { type Tables } from './create-tables.ts';
import { CARDS, encodeKey } from './keys.ts';
import { pack, unpack } from './packing.ts';
import { momentIn, readRow, type Row, textIn, writeRow } from './rows.ts';

const NOTHING_SHOWN: Shown = { thread: null, root: null, work: [] };
const FREE = { holder: '', until: new Date(0) };

/** What stands in Teams by the row of cards; no row: nothing yet. */
export function shownIn(cards: Row | null): Shown {
  return cards === null ? NOTHING_SHOWN : (unpack(cards) as Shown);
}

/** Our own lock is taken again and prolonged; what was saved under the older one is then refused. */
export async function lockShown(
  tables: Tables,
  dialogue: string,
  holder: string,
  ttl: Duration,
): Promise<ShownLock | null> {
  const now = tables.clock.now();
  const row = await readRow(tables.dialogues, encodeKey(dialogue), CARDS);
  if (row !== null && textIn(row, 'holder') !== holder && momentIn(row, 'until') > now) return null;
  const shown = shownIn(row);
  const held = { ...cards(dialogue), ...pack(shown), holder, until: new Date(now + ttl) };
  const etag = await writeRow(tables.dialogues, held, row?.etag ?? null);
  return etag === null ? null : { shown, etag, holder };
}

export async function saveShown(
  tables: Tables,
  dialogue: string,
  lock: ShownLock,
  shown: Shown,
): Promise<ShownLock | null> {
  // Merge leaves holder and expiry as they are.
  const etag = await writeRow(tables.dialogues, { ...cards(dialogue), ...pack(shown) }, lock.etag, 'Merge');
  return etag === null ? null : { shown, etag, holder: lock.holder };
}

/** A lock that was lost is left to who has it. */
export async function unlockShown(tables: Tables, dialogue: string, lock: ShownLock): Promise<void> {
  await writeRow(tables.dialogues, { ...cards(dialogue), ...FREE }, lock.etag, 'Merge');
}

function cards(dialogue: string): { partitionKey: string; rowKey: string; writer: string } {
  return { partitionKey: encodeKey(dialogue), rowKey: CARDS, writer: randomUUID() };
}
