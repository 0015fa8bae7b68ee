import { DAY, type Instant } from '../../domain/instant.ts';
import { type StoredDialogue } from '../../ports/dialogue-store.ts';
import { type Tables } from './create-tables.ts';
import { dayPartition, stormPartition } from './index-rows.ts';
import { load } from './read-dialogue.ts';
import { allRows, textIn } from './rows.ts';

/** A list is drawn every few seconds, from each of its dialogues: so many are read at the same time. */
const AT_ONCE = 10;

/** Follows the index; a row whose commit never came leads to no head and is passed over. */
export async function* dialoguesOfStorm(tables: Tables, storm: string): AsyncGenerator<StoredDialogue> {
  for await (const stored of loaded(tables, `PartitionKey eq '${stormPartition(storm)}'`))
    if (stored.dialogue.storm?.id === storm) yield stored;
}

/** By the index of days; a row may be older than what it points at, by the time of a commit. */
export async function* openedSince(
  tables: Tables,
  moment: Instant,
  until: Instant = Infinity,
): AsyncGenerator<StoredDialogue> {
  const end = Math.min(until, tables.clock.now());
  const partitions = new Set<string>();
  for (let at = moment; at < end; at += DAY) partitions.add(dayPartition(at));
  for (const partition of partitions.add(dayPartition(Math.max(moment, end))))
    yield* loaded(
      tables,
      `PartitionKey eq '${partition}' and writtenAt ge datetime'${new Date(moment).toISOString()}'`,
    );
}

async function* loaded(tables: Tables, filter: string): AsyncGenerator<StoredDialogue> {
  const rows = await allRows(tables.index, filter);
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE).map((row) => load(tables, textIn(row, 'dialogue')));
    for (const stored of await Promise.all(some)) if (stored !== null) yield stored;
  }
}
