import { type Charge, type Spent, spentOn } from '../../domain/charges.ts';
import { dayOf } from '../../domain/spending.ts';
import { encodeKey } from './keys.ts';
import { pack, unpack } from './packing.ts';
import { type Entity, numberIn, type Row, textIn } from './rows.ts';

/** One day of one network. `closing`: the total is counted and the rows are on their way out, so they count no more. */
export interface DayTotal {
  readonly day: string;
  readonly spent: Spent;
  readonly state: 'closing' | 'closed';
}

/** Where the charges of one day stand. */
export function dayPartition(network: string, day: string): string {
  return `${encodeKey(network)}:${day}`;
}

/** Where the totals of all days stand, a row each. */
export function totalPartition(network: string): string {
  return `total:${encodeKey(network)}`;
}

export function chargeRow(network: string, { kind, id, usd, at }: Charge): Entity {
  return {
    partitionKey: dayPartition(network, dayOf(at)),
    rowKey: `${encodeKey(kind)}:${encodeKey(id)}`,
    kind,
    usd,
  };
}

export function totalRow(
  network: string,
  { day, spent, state }: DayTotal,
  writer: string,
): Entity & { writer: string } {
  return { partitionKey: totalPartition(network), rowKey: day, ...pack(spent), state, writer };
}

export function totalIn(row: Row): DayTotal {
  return {
    day: String(row.rowKey),
    spent: unpack(row) as Spent,
    state: row['state'] === 'closing' ? 'closing' : 'closed',
  };
}

/** The day of a row of charges. */
export function dayIn({ partitionKey }: Pick<Row, 'partitionKey'>): string {
  return String(partitionKey).slice(-10);
}

export function spentIn(row: Row): Spent {
  return spentOn({ kind: textIn(row, 'kind'), usd: numberIn(row, 'usd') });
}
