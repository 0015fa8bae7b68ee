import { type Dialogue } from '../../domain/dialogue/dialogue.ts';
import { DAY, type Duration, type Instant } from '../../domain/instant.ts';
import { type WakeOf } from '../../ports/dialogue-store.ts';
import { type Tables } from './create-tables.ts';
import { dialogueIn, eventIn } from './dialogue-rows.ts';
import { asDue, isDueBy, writeDue } from './due-rows.ts';
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
  threadKey,
  writeIndexRow,
} from './index-rows.ts';
import { CARDS, encodeKey, eventKey, HEAD } from './keys.ts';
import { listRows, numberIn, readRow } from './rows.ts';
import { shownIn } from './shown-lock.ts';

/** Older posts are not looked up again, so nobody misses their rows. */
const RECHECKED: Duration = 31 * DAY;

/** The index as it was at the start; what it seems to lack is looked up once more before it is called missing. */
interface Snapshot {
  readonly keys: ReadonlySet<string>;
  /** Dialogue → its earliest due row. */
  readonly due: ReadonlyMap<string, Instant>;
}

/** Scans all heads and rewrites what the index lacks. Runs beside the working bot. */
export async function repair(
  tables: Tables,
  wakeOf: WakeOf,
): Promise<{ readonly heads: number; readonly repaired: number }> {
  const snapshot = await readIndex(tables);
  let heads = 0;
  let repaired = 0;
  let seen: Seen = { partition: '', thread: null, openedAt: null };
  // Within a partition these three come in this order: cards, first event, head.
  const wanted = [CARDS, eventKey(1), HEAD].map((key) => `RowKey eq '${key}'`).join(' or ');
  for await (const row of listRows(tables.dialogues, wanted)) {
    const partition = String(row.partitionKey);
    if (seen.partition !== partition) seen = { partition, thread: null, openedAt: null };
    if (row.rowKey === CARDS) seen = { ...seen, thread: shownIn(row).thread };
    else if (row.rowKey !== HEAD) seen = { ...seen, openedAt: eventIn(row).at };
    else {
      heads += 1;
      const dialogue = dialogueIn(row);
      repaired += await repairOne(tables, snapshot, { dialogue, wake: wakeOf(dialogue) }, seen);
    }
  }
  return { heads, repaired };
}

/** What the rows before the head said. */
interface Seen {
  readonly partition: string;
  readonly thread: string | null;
  readonly openedAt: Instant | null;
}

async function repairOne(
  tables: Tables,
  snapshot: Snapshot,
  { dialogue, wake }: { readonly dialogue: Dialogue; readonly wake: Instant | null },
  seen: Seen,
): Promise<number> {
  const missing: IndexKey[] = [];
  for (const key of keysOf(dialogue, seen, tables.clock.now() - RECHECKED)) {
    const there = snapshot.keys.has(name(key)) || (await readRow(tables.index, key.partitionKey, key.rowKey)) !== null;
    if (!there) missing.push(key);
  }
  const asleep =
    wake !== null && (snapshot.due.get(dialogue.id) ?? Infinity) > wake && !(await isDueBy(tables, dialogue.id, wake));
  if (missing.length === 0 && !asleep) return 0;
  // Rows are written before the commit that needs them: had the dialogue moved on, this would prove nothing.
  if (!(await isStill(tables, dialogue))) return 0;
  for (const key of missing) await writeIndexRow(tables, key, dialogue.id);
  if (asleep) await writeDue(tables, { dialogue: dialogue.id, version: dialogue.version, nonce: 'repair' }, [wake]);
  return missing.length + (asleep ? 1 : 0);
}

function keysOf(dialogue: Dialogue, { thread, openedAt }: Seen, since: Instant): readonly IndexKey[] {
  return [
    citizenKey(dialogue),
    ...dialogue.posts
      .filter(({ from, at }) => from === 'citizen' && at > since)
      .map(({ at }) => postedKey(dialogue, at)),
    ...(openedAt === null ? [] : [dayKey(dialogue, openedAt)]),
    ...(isEnded(dialogue) ? [] : [openKey(dialogue.id)]),
    ...(thread === null ? [] : [threadKey(thread)]),
    ...ownPostKeys(dialogue),
    ...stormKeys(dialogue),
    ...(isEnded(dialogue) ? [] : askedKeys(dialogue)),
  ];
}

async function isStill(tables: Tables, dialogue: Dialogue): Promise<boolean> {
  const head = await readRow(tables.dialogues, encodeKey(dialogue.id), HEAD);
  return head !== null && numberIn(head, 'version') === dialogue.version;
}

async function readIndex(tables: Tables): Promise<Snapshot> {
  const keys = new Set<string>();
  const due = new Map<string, Instant>();
  const fields = ['PartitionKey', 'RowKey', 'at', 'dialogue', 'version', 'writtenAt'];
  for await (const row of listRows(tables.index, "PartitionKey ne ''", fields)) {
    const one = asDue(row);
    if (one === null) keys.add(name({ partitionKey: String(row.partitionKey), rowKey: String(row.rowKey) }));
    else due.set(one.dialogue, Math.min(one.at, due.get(one.dialogue) ?? Infinity));
  }
  return { keys, due };
}

function name({ partitionKey, rowKey }: IndexKey): string {
  return `${partitionKey} ${rowKey}`;
}
