import { type Happened } from '../../domain/dialogue/messages.ts';
import { type StoredDialogue, type Unsettled } from '../../ports/dialogue-store.ts';
import { announcementsIn, dialogueIn, eventIn, textsIn } from './dialogue-rows.ts';
import { type Tables } from './create-tables.ts';
import { CARDS, encodeKey, HEAD, inRange } from './keys.ts';
import { allRows, type Row } from './rows.ts';
import { shownIn } from './shown-lock.ts';

/** State and words of a dialogue, in one query. */
export async function load(tables: Tables, dialogue: string): Promise<StoredDialogue | null> {
  return storedIn(await partition(tables, dialogue, [`RowKey eq '${HEAD}'`, inRange('p')]));
}

/** What `load` gives, and what stands in Teams or must still be sent there, in one query. */
export async function unsettled(tables: Tables, dialogue: string): Promise<Unsettled | null> {
  const wanted = [`RowKey eq '${HEAD}'`, `RowKey eq '${CARDS}'`, inRange('p'), inRange('f')];
  const rows = await partition(tables, dialogue, wanted);
  const stored = storedIn(rows);
  if (stored === null) return null;
  const cards = rows.find(({ rowKey }) => rowKey === CARDS);
  return { stored, shown: shownIn(cards ?? null), announcements: announcementsIn(rows) };
}

export async function history(tables: Tables, dialogue: string): Promise<readonly Happened[]> {
  return (await partition(tables, dialogue, [inRange('e')])).map(eventIn);
}

async function partition(tables: Tables, dialogue: string, wanted: readonly string[]): Promise<readonly Row[]> {
  const filter = `PartitionKey eq '${encodeKey(dialogue)}' and (${wanted.join(' or ')})`;
  return allRows(tables.dialogues, filter);
}

/** The dialogue that these rows of one partition hold; null when its head is not among them. */
export function storedIn(rows: readonly Row[]): StoredDialogue | null {
  const head = rows.find(({ rowKey }) => rowKey === HEAD);
  return head === undefined ? null : { dialogue: dialogueIn(head), texts: textsIn(rows), etag: head.etag };
}
