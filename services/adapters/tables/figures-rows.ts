import { randomUUID } from 'node:crypto';
import { type Counts } from '../../domain/figures/counts.ts';
import { type DayShare } from '../../domain/figures/day-counts.ts';
import { type DayCounts, type OpenDialogue, scopeKey } from '../../domain/figures/period-figures.ts';
import { type Day, type Shares } from '../../domain/figures/shares.ts';
import { encodeKey } from './keys.ts';
import { pack, unpack } from './packing.ts';
import { type Entity, momentIn, numberIn, type Row, textIn } from './rows.ts';

/** Where what is still open stands: a row per dialogue. */
export const OPEN = 'open';

/** Where a day stands: a row per dialogue. */
export function dayPartition(day: Day): string {
  return `d:${day}`;
}

/** Where rolled-up days stand: a row each. */
export function rolledKey(day: Day): { readonly partitionKey: string; readonly rowKey: string } {
  return { partitionKey: `r:${day.slice(0, 4)}`, rowKey: day.slice(5) };
}

/** What a dialogue is to have in one partition: a day, or what is open. */
export interface FiguresRow {
  readonly partition: string;
  /** null: what is open. */
  readonly day: Day | null;
  readonly fields: Readonly<Record<string, string | number>>;
}

/** The row of the day on which the dialogue began is the first; see `recordFigures`. Nothing open: no row for it. */
export function rowsOf(dialogue: string, shares: Shares): readonly FiguresRow[] {
  const { mode, municipality, days, open } = shares;
  const scope = scopeKey(shares);
  const counted = [...days].map(([day, counts]) => ({
    partition: dayPartition(day),
    day,
    fields: { ...pack(counts), scope },
  }));
  const stillOpen: OpenDialogue[] = open === null ? [] : [{ dialogue, mode, municipality, ...open }];
  return [...counted, ...stillOpen.map((one) => ({ partition: OPEN, day: null, fields: pack(one) }))];
}

/** How far a dialogue had come when a row of it was worked out. */
export interface Stamp {
  readonly version: number;
  readonly at: number;
}

export function stampIn(row: Row): Stamp {
  return { version: numberIn(row, 'version'), at: momentIn(row, 'at') };
}

export function isNewer(one: Stamp, other: Stamp): boolean {
  return one.version > other.version || (one.version === other.version && one.at > other.at);
}

export function entityOf(
  dialogue: string,
  { partition, fields }: FiguresRow,
  stamp: Stamp,
): Entity & { writer: string } {
  const { version, at } = stamp;
  return {
    partitionKey: partition,
    rowKey: encodeKey(dialogue),
    ...fields,
    ...{ dialogue, version, at: new Date(at), writer: randomUUID() },
  };
}

export function dayShareIn(row: Row): DayShare {
  return { day: String(row.partitionKey).slice(2), scope: textIn(row, 'scope'), counts: unpack(row) as Counts };
}

export function openIn(row: Row): OpenDialogue {
  return unpack(row) as OpenDialogue;
}

/** `scopes` null: somebody is about to roll it up. */
export function rolledRow(day: Day, scopes: DayCounts['scopes'] | null): Entity & { writer: string } {
  return { ...rolledKey(day), ...(scopes === null ? { parts: 0 } : pack(scopes)), writer: randomUUID() };
}

/** null: it was only about to be rolled up. */
export function rolledIn(row: Row): DayCounts | null {
  const day = `${String(row.partitionKey).slice(2)}-${String(row.rowKey)}`;
  return row['parts'] === 0 ? null : { day, scopes: unpack(row) as DayCounts['scopes'] };
}
