import { DayTally } from '../../domain/figures/day-counts.ts';
import { daysIn } from '../../domain/figures/days-in.ts';
import { type DayCounts, type Days } from '../../domain/figures/period-figures.ts';
import { type Day } from '../../domain/figures/shares.ts';
import { dayAfter } from '../../domain/roster/read-day.ts';
import { type Tables } from './create-tables.ts';
import { dayPartition, dayShareIn, rolledIn, rolledKey } from './figures-rows.ts';
import { decodeKey } from './keys.ts';
import { listRows, type Row } from './rows.ts';
import { reach } from './storage-fault.ts';

/** Days of which the rows are asked in one query, so that a long stretch is read from several sides at once. */
const STRETCH = 31;
/** Queries at once. */
const AT_ONCE = 4;

/** What is rolled up from its row, all other days from the rows of their dialogues. */
export async function readDays(tables: Tables, period: Days): Promise<readonly DayCounts[]> {
  const rolled = (await rolledRows(tables, period)).flatMap((row) => rolledIn(row) ?? []);
  const done = new Set(rolled.map(({ day }) => day));
  const stretches = stretchesOf(daysIn(period).filter((day) => !done.has(day)));
  const others: DayCounts[] = [];
  const reader = async (): Promise<void> => {
    for (let next = stretches.shift(); next !== undefined; next = stretches.shift())
      others.push(...(await countsOf(tables, next)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, reader));
  return [...rolled, ...others]
    .filter(({ scopes }) => Object.keys(scopes).length > 0)
    .sort((one, other) => (one.day < other.day ? -1 : 1));
}

/** What the dialogues of some days in a row add; rows are added up while they come in. */
export async function countsOf(
  { figures }: Tables,
  { first, last }: { readonly first: Day; readonly last: Day },
): Promise<readonly DayCounts[]> {
  const [from, until] = [dayPartition(first), dayPartition(last)];
  const filter =
    from === until ? `PartitionKey eq '${from}'` : `PartitionKey ge '${from}' and PartitionKey le '${until}'`;
  const tally = new DayTally();
  for await (const row of listRows(figures, filter)) tally.add(dayShareIn(row));
  return tally.days;
}

/** By the keys of the rows of all days, whether they are rolled up or not. */
export async function dialoguesOf({ figures }: Tables, { from, until }: Days): Promise<readonly string[]> {
  const filter = `PartitionKey ge '${dayPartition(from)}' and PartitionKey lt '${dayPartition(until)}'`;
  const dialogues = new Set<string>();
  for await (const { rowKey } of listRows(figures, filter, ['RowKey'])) dialogues.add(decodeKey(String(rowKey)));
  return [...dialogues];
}

/** Days before `until`, from the first that has a row, without a row of their own that is finished. */
export async function daysToRollUp(tables: Tables, until: Day): Promise<readonly Day[]> {
  const first = await firstDay(tables);
  if (first === null) return [];
  const period = { from: first, until };
  const done = new Set((await rolledRows(tables, period, ['parts'])).flatMap(finishedDay));
  return daysIn(period).filter((day) => !done.has(day));
}

function finishedDay(row: Row): Day[] {
  const day = `${String(row.partitionKey).slice(2)}-${String(row.rowKey)}`;
  return row['parts'] === 0 ? [] : [day];
}

async function firstDay({ figures }: Tables): Promise<Day | null> {
  const filter = "PartitionKey ge 'd:' and PartitionKey lt 'd;'";
  const pages = figures.listEntities({ queryOptions: { filter, select: ['PartitionKey'] } }).byPage({ maxPageSize: 1 });
  for (;;) {
    const page = await reach(() => pages.next());
    if (page.done === true) return null;
    const [row] = page.value;
    if (row !== undefined) return String(row.partitionKey).slice(2);
  }
}

async function rolledRows(
  { figures }: Tables,
  { from, until }: Days,
  fields?: readonly string[],
): Promise<readonly Row[]> {
  if (from >= until) return [];
  const [first, last] = [rolledKey(from), rolledKey(until)];
  const rows: Row[] = [];
  for (let year = Number(first.partitionKey.slice(2)); year <= Number(last.partitionKey.slice(2)); year += 1) {
    const partition = `r:${String(year).padStart(4, '0')}`;
    const after = partition === first.partitionKey ? ` and RowKey ge '${first.rowKey}'` : '';
    const before = partition === last.partitionKey ? ` and RowKey lt '${last.rowKey}'` : '';
    const select = fields === undefined ? undefined : ['PartitionKey', 'RowKey', ...fields];
    for await (const row of listRows(figures, `PartitionKey eq '${partition}'${after}${before}`, select))
      rows.push(row);
  }
  return rows;
}

/** Days in a row, no more than `STRETCH` of them. */
function stretchesOf(days: readonly Day[]): { first: Day; last: Day }[] {
  const stretches: { first: Day; last: Day; length: number }[] = [];
  for (const day of days) {
    const open = stretches.at(-1);
    if (open !== undefined && open.length < STRETCH && dayAfter(open.last, 1) === day) {
      open.last = day;
      open.length += 1;
    } else stretches.push({ first: day, last: day, length: 1 });
  }
  return stretches;
}
