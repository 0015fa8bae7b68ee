import { type TransactionAction } from '@azure/data-tables';
import { type Instant } from '../../domain/instant.ts';
import { type DueRow } from '../../ports/dialogue-store.ts';
import { encodeKey, momentKey } from './keys.ts';
import { inLayout } from './layout.ts';
import { type Tables } from './create-tables.ts';
import { type Entity, momentIn, numberIn, removeRow, type Row, textIn } from './rows.ts';
import { reach } from './storage-fault.ts';

const DUE = 'due';

/** Writes a row for each moment, in one request. `nonce` keeps rows of different writers apart. */
export async function writeDue(
  tables: Tables,
  of: { readonly dialogue: string; readonly version: number; readonly nonce: string },
  moments: readonly Instant[],
): Promise<readonly DueRow[]> {
  const writtenAt = tables.clock.now();
  const due = [...new Set(moments)].map((at): DueRow => {
    const key = `${momentKey(at)}_${encodeKey(of.dialogue)}_${of.nonce}`;
    return { key, at, dialogue: of.dialogue, version: of.version, writtenAt };
  });
  const actions = due.map((row): TransactionAction => ['upsert', toEntity(row), 'Replace']);
  if (actions.length > 0) await reach(() => tables.index.submitTransaction(actions));
  return due;
}

/** Rows up to and including `until`, earliest first. Reads no further than `limit`. */
export async function readDue(tables: Tables, until: Instant, limit: number): Promise<readonly DueRow[]> {
  if (limit < 1) return [];
  const filter = `PartitionKey eq '${DUE}' and RowKey lt '${momentKey(until + 1)}'`;
  const due: DueRow[] = [];
  const pages = tables.index.listEntities({ queryOptions: { filter } }).byPage({ maxPageSize: Math.min(limit, 1_000) });
  // A busy service gives short pages with a token to go on.
  while (due.length < limit) {
    const page = await reach(() => pages.next());
    if (page.done === true) break;
    due.push(...page.value.map((row) => fromRow(inLayout(row))));
  }
  return due.slice(0, limit);
}

export async function removeDue(tables: Tables, row: DueRow): Promise<void> {
  await removeRow(tables.index, DUE, row.key);
}

/** Whether a due row stands for a dialogue at or before a moment; one query, for the nightly repair. */
export async function isDueBy(tables: Tables, dialogue: string, by: Instant): Promise<boolean> {
  const filter = `PartitionKey eq '${DUE}' and RowKey lt '${momentKey(by + 1)}' and dialogue eq '${dialogue.replaceAll("'", "''")}'`;
  const found = tables.index.listEntities({ queryOptions: { filter } });
  return (await reach(() => found.next())).done !== true;
}

/** A row of the index table that is a due row; null for any other. */
export function asDue(row: Row): DueRow | null {
  return row.partitionKey === DUE ? fromRow(row) : null;
}

function toEntity({ key, at, dialogue, version, writtenAt }: DueRow): Entity {
  return {
    partitionKey: DUE,
    rowKey: key,
    at: new Date(at),
    dialogue,
    version,
    writtenAt: new Date(writtenAt),
  };
}

function fromRow(row: Row): DueRow {
  return {
    key: String(row.rowKey),
    at: momentIn(row, 'at'),
    dialogue: textIn(row, 'dialogue'),
    version: numberIn(row, 'version'),
    writtenAt: momentIn(row, 'writtenAt'),
  };
}
