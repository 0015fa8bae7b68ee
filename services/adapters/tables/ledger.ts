import { type TransactionAction } from '@azure/data-tables';
import { type Charge, type Spent, sumOf } from '../../domain/charges.ts';
import { DAY, type Instant, MINUTE } from '../../domain/instant.ts';
import { dayOf } from '../../domain/spending.ts';
import { type Ledger } from '../../ports/ledger.ts';
import { closeDays } from './close-days.ts';
import { type Tables } from './create-tables.ts';
import { chargeRow, dayIn, dayPartition, spentIn, totalIn, totalPartition } from './ledger-rows.ts';
import { allRows } from './rows.ts';
import { reach } from './storage-fault.ts';

/** Rows in one transaction; all of one partition. */
const MOST_ROWS = 100;
/** How long a sum is given again without asking. */
const FRESH = 5 * MINUTE;

/**
 * The ledger in a table of its own: a partition per network and UTC day with a row per charge, and a row per day in
 * `total:<network>`. What this instance wrote is remembered for the day, so that reading posts again asks nothing of the storage.
 */
export function createLedger(tables: Tables): Ledger {
  /** Day → the names of the rows that this instance wrote. */
  const written = new Map<string, Set<string>>();
  const sums = new Map<string, { readonly at: Instant; readonly spent: Spent }>();

  async function writeDay(network: string, day: string, charges: readonly Charge[]): Promise<void> {
    const known = written.get(day) ?? new Set();
    written.set(day, known);
    const named = charges.map((charge) => [`${network} ${charge.kind}:${charge.id}`, charge] as const);
    const fresh = [...new Map(named.filter(([name]) => !known.has(name)))];
    for (let from = 0; from < fresh.length; from += MOST_ROWS) {
      const batch = fresh.slice(from, from + MOST_ROWS);
      const actions = batch.map(([, charge]): TransactionAction => ['upsert', chargeRow(network, charge), 'Replace']);
      await reach(() => tables.ledger.submitTransaction(actions));
      for (const [name] of batch) known.add(name);
    }
  }

  return {
    async record(network, charges) {
      for (const day of new Set(charges.map(({ at }) => dayOf(at)))) {
        const ofDay = charges.filter(({ at }) => dayOf(at) === day);
        await writeDay(network, day, ofDay);
      }
      const yesterday = dayOf(tables.clock.now() - DAY);
      for (const day of written.keys()) if (day < yesterday) written.delete(day);
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
