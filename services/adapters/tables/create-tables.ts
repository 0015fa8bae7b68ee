import { type TableClient } from '@azure/data-tables';
import { SECOND } from '../../domain/instant.ts';
import { type Clock } from '../../ports/clock.ts';
import { Fault } from '../../ports/fault.ts';
import { type Log } from '../../ports/log.ts';
import { noTelemetry, type Telemetry } from '../../ports/telemetry.ts';
import { connect, FOR_BULK, type Patience, type RequestPolicy, type TablesPlace } from './connect.ts';
import { stamping } from './layout.ts';
import { reach } from './storage-fault.ts';
import { claimLayout } from './store-layout.ts';

/** What the tables are called, behind the prefix: what is made at the start, backed up, restored and migrated. */
export const TABLE_NAMES = [
  // A partition per dialogue.
  'dialogues',
  // Rows that point at dialogues: open, by citizen, by thread, by day, and `due`.
  'index',
  'leases',
  'installations',
  // What networks charged: a partition per day.
  'ledger',
  // What is about no dialogue: one partition.
  'team',
  // What `/stats` reads: a partition per day, one per year of rolled-up days, and one of what is open.
  'figures',
] as const;

export type TableName = (typeof TABLE_NAMES)[number];

/** The tables of one bot, and what the adapters over them share. */
export interface Tables extends Readonly<Record<TableName, TableClient>> {
  readonly clock: Clock;
  readonly log: Log;
  /** For `/ready`: answers within 3 s. @throws Fault('tables') when the storage cannot be reached. */
  ping(): Promise<void>;
  /** HTTP requests sent so far, repeated ones included. */
  calls(): number;
}

/** What watches the requests to the tables. */
type Watched = Pick<Telemetry, 'metrics' | 'trace'>;
const UNWATCHED: Watched = noTelemetry;

const PING_LIMIT = 3 * SECOND;

/**
 * The tables of `TABLE_NAMES`; those that are missing are made. Several bots in one account have prefixes of their own:
 * letters and digits, a letter first.
 * @throws Fault('settings') for an impossible place or prefix, Fault('tables') when the storage cannot be reached or holds
 * what a later release stored.
 */
export async function createTables(
  place: TablesPlace,
  prefix: string,
  clock: Clock,
  log: Log,
  watched: Watched = UNWATCHED,
): Promise<Tables> {
  const tables = await tablesAt(place, prefix, clock, log, watched);
  // A table that is there already is no error to the client.
  await Promise.all(TABLE_NAMES.map((name) => reach(() => tables[name].createTable())));
  await claimLayout(tables.leases);
  return tables;
}

/** The same tables, for who only looks: none is made, and nothing is sent yet. @throws Fault('settings') */
export async function tablesAt(
  place: TablesPlace,
  prefix: string,
  clock: Clock,
  log: Log,
  { metrics, trace }: Watched = UNWATCHED,
): Promise<Tables> {
  let calls = 0;
  const clients = await clientsAt(place, prefix, {
    name: 'countRequests',
    sendRequest(request, next) {
      calls += 1;
      const began = performance.now();
      return trace
        .within(`tables ${request.method}`, {}, () => next(request))
        .finally(() => {
          metrics.took('call.duration', performance.now() - began, { to: 'tables' });
        });
    },
  });
  for (const name of TABLE_NAMES) stamping(clients[name]);
  return { ...clients, clock, log, ping: () => ping(clients.leases), calls: () => calls };
}

/** Patient clients that write rows exactly as they are given, for who keeps them or brings them back. @throws Fault('settings') */
export async function bareTables(
  place: TablesPlace,
  prefix: string,
): Promise<Readonly<Record<TableName, TableClient>>> {
  return clientsAt(place, prefix, { name: 'bare', sendRequest: (request, next) => next(request) }, FOR_BULK);
}

async function clientsAt(
  place: TablesPlace,
  prefix: string,
  policy: RequestPolicy,
  patience?: Patience,
): Promise<Readonly<Record<TableName, TableClient>>> {
  if (!/^([A-Za-z][A-Za-z0-9]{0,49})?$/.test(prefix)) {
    throw new Fault('settings', 'TABLES_PREFIX takes letters and digits only, a letter first, at most 50.');
  }
  const client = await connect(place, policy, patience);
  const named = TABLE_NAMES.map((name) => [name, client(`${prefix}${name}`)] as const);
  return Object.fromEntries(named) as Record<TableName, TableClient>;
}

async function ping(table: TableClient): Promise<void> {
  const pages = table.listEntities({
    queryOptions: { filter: "PartitionKey eq 'ping'" },
    abortSignal: AbortSignal.timeout(PING_LIMIT),
  });
  await reach(() => pages.next());
}
