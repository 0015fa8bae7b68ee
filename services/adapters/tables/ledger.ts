import { type TransactionAction } from '@azure/data-tables';
import { type Spent, sumOf } from '../../domain/charges.ts';
import { DAY, type Instant, MINUTE } from '../../domain/instant.ts';
import { dayOf } from '../../domain/spending.ts';
import { Fault } from '../../ports/fault.ts';
import { type Ledger } from '../../ports/ledger.ts';
import { closeDays } from './close-days.ts';
import { type Tables } from './create-tables.ts';
import { chargeRow, dayIn, dayPartition, spentIn, totalIn, totalPartition } from './ledger-rows.ts';
import { allRows, type Entity, listRows } from './rows.ts';
import { reachOr } from './storage-fault.ts';

/** Rows in one transaction; all of one partition. */
const MOST_ROWS = 100;
/** How long a sum is given again without asking. */
const FRESH = 5 * MINUTE;

/** Others write the same day at the same time: so often in a row is beyond chance. */
const TRIES = 10;

/**
 * The ledger in a table of its own: a partition per network and UTC day with a row per charge, and a row per day in
 * `total:<network>`. A row is made once and never written again, so the first price stays, whoever comes second. What is known
 * to be there is remembered for the day, so that reading posts again asks nothing of the storage.
 */
export function createLedger(tables: Tables): Ledger {
  /** Partition of a day → the keys of the rows that are known to be in it. */
  const written = new Map<string, Set<string>>();
  const sums = new Map<string, { readonly at: Instant; readonly spent: Spent }>();

  /** When a row is there already nothing is written: then it is looked at what is there, and the rest is added. */
  async function writeDay(partition: string, rows: readonly Entity[]): Promise<void> {
    const known = written.get(partition) ?? new Set();
    written.set(partition, known);
    for (let refused = 0; refused < TRIES;) {
      const fresh = rows.filter(({ rowKey }) => !known.has(rowKey)).slice(0, MOST_ROWS);
      if (fresh.length === 0) return;
      const actions = fresh.map((row): TransactionAction => ['create', row]);
      const made = await reachOr([409], null, () => tables.ledger.submitTransaction(actions));
      if (made === null) refused += 1;
      const there = made === null ? await keysIn(tables, partition) : fresh.map(({ rowKey }) => rowKey);
      for (const key of there) known.add(key);
    }
    throw new Fault(
      'tables',
      `The ledger of ${partition} changed ${TRIES} times while it was written: it is tried again.`,
    );
  }

  return {
    async record(network, charges) {
      const rows = charges.map((charge) => chargeRow(network, charge));
      for (const partition of new Set(rows.map(({ partitionKey }) => partitionKey))) {
        // Of two prices in one go the first stays too.
        const ofDay = rows.filter(({ partitionKey }) => partitionKey === partition).reverse();
        await writeDay(partition, [...new Map(ofDay.map((row) => [row.rowKey, row])).values()]);
      }
      const yesterday = dayOf(tables.clock.now() - DAY);
      for (const partition of written.keys())
        if (dayIn({ partitionKey: partition }) < yesterday) written.delete(partition);
    },
    async spent(network, month) {
      const key = `${network} ${month}`;
      const now = tables.clock.now();
      const known = sums.get(key);
      if (known !== undefined && now - known.at < FRESH) return known.spent;
      const spent = await readMonth(tables, network, month);
      sums.set(key, { at: now, spent });
      return spent;
    },
    closeDays: (network) => closeDays(tables, network),
  };
}

async function keysIn({ ledger }: Tables, partition: string): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const row of listRows(ledger, `PartitionKey eq '${partition}'`, ['rowKey'])) keys.push(String(row.rowKey));
  return keys;
}

/** Totals first: a day that is closed in between is missed for once, and never counted twice. */
async function readMonth({ ledger }: Tables, network: string, month: string): Promise<Spent> {
  const [first, last] = [`${month}-01`, `${month}-31`];
  const totals = await allRows(
    ledger,
    `PartitionKey eq '${totalPartition(network)}' and RowKey ge '${first}' and RowKey le '${last}'`,
  );
  const rows = await allRows(
    ledger,
    `PartitionKey ge '${dayPartition(network, first)}' and PartitionKey le '${dayPartition(network, last)}'`,
  );
  const days = totals.map(totalIn);
  const onTheirWayOut = new Set(days.filter(({ state }) => state === 'closing').map(({ day }) => day));
  const standing = rows.filter((row) => !onTheirWayOut.has(dayIn(row)));
  return sumOf([...days.map(({ spent }) => spent), ...standing.map(spentIn)]);
}
