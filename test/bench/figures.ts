import { type TransactionAction } from '@azure/data-tables';
import { createCalendar } from '../../services/adapters/calendar/create-calendar.ts';
import { systemClock } from '../../services/adapters/system/system-clock.ts';
import { createTables, type Tables } from '../../services/adapters/tables/create-tables.ts';
import { entityOf, rolledRow, rowsOf } from '../../services/adapters/tables/figures-rows.ts';
import { createFiguresStore } from '../../services/adapters/tables/figures-store.ts';
import { createLedger } from '../../services/adapters/tables/ledger.ts';
import { DayTally } from '../../services/domain/figures/day-counts.ts';
import { daysIn } from '../../services/domain/figures/days-in.ts';
import { type DayCounts, scopeKey } from '../../services/domain/figures/period-figures.ts';
import { type Period } from '../../services/domain/figures/period.ts';
import { type Day, type Shares, sharesOf } from '../../services/domain/figures/shares.ts';
import { HOUR, MINUTE } from '../../services/domain/instant.ts';
import { type Settings } from '../../services/domain/work-instruction/instruction.ts';
import { reportFigures } from '../../services/flows/report-figures.ts';
import { NOOR, openedDialogue } from '../support/dialogues.ts';
import { silentLog } from '../support/silent-log.ts';
import { type Percentiles } from './report.ts';
import { Sample, timed } from './sample.ts';
import { placing } from './steps.ts';

/** What a report on a year took, with so many dialogues in that year. */
export interface FiguresCost {
  readonly dialogues: number;
  readonly calls: number;
  readonly time: Percentiles;
  /** MB that the process had more after the last report than after the third. */
  readonly growth: number;
}

/** The year is nearly over: the most days that `/stats jaar` can have. */
const NOW = Date.UTC(2026, 11, 30, 9);
const TODAY = '2026-12-30';
const YEAR: Period = {
  name: 'year',
  from: '2026-01-01',
  until: '2027-01-01',
  running: true,
  before: { from: '2025-01-01', until: '2025-12-31' },
};
/** Rows in a transaction: of one dialogue each, or of a whole day. */
const ROWS = 100;
const DAYS = 20;
const REPORTS = 20;

/** Seeds the rows that such a report reads, as the product writes them, and asks for it some times. */
export async function measureFigures(
  connectionString: string,
  settings: Settings,
  dialogues: number,
): Promise<FiguresCost> {
  const tables = await createTables({ connectionString }, `benchfigures${dialogues}`, systemClock, silentLog);
  const calendar = createCalendar(settings);
  await seed(tables, calendar, Math.round(dialogues / 365));
  const world = {
    settings,
    calendar,
    clock: { now: () => NOW },
    figures: createFiguresStore(tables),
    ledger: createLedger(tables),
    networks: new Map([['x', placing()] as const]),
  };
  const all = { mode: 'live', municipality: null } as const;
  const before = tables.calls();
  await reportFigures(world, YEAR, all);
  const calls = tables.calls() - before;
  const sample = new Sample();
  let settled = 0;
  for (let n = 0; n < REPORTS; n += 1) {
    sample.add((await timed(() => reportFigures(world, YEAR, all))).ms);
    if (n === 2) settled = process.memoryUsage.rss();
  }
  const growth = (process.memoryUsage.rss() - settled) / 1_000_000;
  return { dialogues, calls, time: { p50: sample.p50, p95: sample.p95 }, growth };
}

async function seed(tables: Tables, calendar: ReturnType<typeof createCalendar>, perDay: number): Promise<void> {
  const rolled: TransactionAction[] = [];
  for (const day of daysIn({ from: YEAR.from, until: '2026-12-31' })) {
    const shares = Array.from({ length: perDay }, (_, n) => shareOfDialogue(calendar, day, n));
    if (day >= '2026-12-29') await writeRaw(tables, day, shares);
    else rolled.push(['upsert', rolledRow(day, scopesOf(day, shares)), 'Replace']);
    // The year before was as busy.
    const earlier = `2025${day.slice(4)}`;
    if (earlier < YEAR.before.until) rolled.push(['upsert', rolledRow(earlier, scopesOf(day, shares)), 'Replace']);
  }
  const partitions = new Map<string, TransactionAction[]>();
  for (const one of rolled) {
    const { partitionKey } = one[1];
    partitions.set(partitionKey, [...(partitions.get(partitionKey) ?? []), one]);
  }
  for (const rows of partitions.values()) await inTransactions(tables, rows, DAYS);
}

/** Answered within some hours; of the last day each tenth still waits. */
function shareOfDialogue(calendar: ReturnType<typeof createCalendar>, day: Day, n: number): Shares {
  const at = Date.parse(`${day}T07:30:00Z`) + ((n * 37) % 500) * MINUTE;
  const { events } = openedDialogue({ id: `x:${day}:${n}`, at });
  const claimed = { type: 'claimed', by: NOOR, at: at + (n % 90) * MINUTE } as const;
  const answered = { type: 'finished', by: NOOR, outcome: 'phoned', at: at + ((n * 53) % 600) * MINUTE } as const;
  const waits = day === TODAY && n % 10 === 0;
  const history = waits ? events : [...events, claimed, answered];
  return sharesOf(history, Math.max(NOW, at + 24 * HOUR), calendar);
}

function scopesOf(day: Day, shares: readonly Shares[]): DayCounts['scopes'] {
  const tally = new DayTally();
  for (const one of shares) for (const counts of one.days.values()) tally.add({ day, scope: scopeKey(one), counts });
  return tally.days[0]?.scopes ?? {};
}

async function writeRaw(tables: Tables, day: Day, shares: readonly Shares[]): Promise<void> {
  const partitions = new Map<string, TransactionAction[]>();
  for (const [n, one] of shares.entries())
    for (const row of rowsOf(`x:${day}:${n}`, one)) {
      const entity = entityOf(`x:${day}:${n}`, row, { version: 3, at: one.at });
      partitions.set(row.partition, [...(partitions.get(row.partition) ?? []), ['upsert', entity, 'Replace']]);
    }
  for (const rows of partitions.values()) await inTransactions(tables, rows, ROWS);
}

async function inTransactions(tables: Tables, rows: TransactionAction[], size: number): Promise<void> {
  for (let from = 0; from < rows.length; from += size)
    await tables.figures.submitTransaction(rows.slice(from, from + size));
}
