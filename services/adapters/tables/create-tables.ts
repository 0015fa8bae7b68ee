import { type TableClient } from '@azure/data-tables';
import { SECOND } from '../../domain/instant.ts';
import { type Clock } from '../../ports/clock.ts';
import { Fault } from '../../ports/fault.ts';
import { type Log } from '../../ports/log.ts';
import { connect, type RequestPolicy, type TablesPlace } from './connect.ts';
import { reach } from './storage-fault.ts';

/** The tables of one bot, and what the adapters over them share. */
export interface Tables {
  /** A partition per dialogue. */
  readonly dialogues: TableClient;
  /** Rows that point at dialogues: open, by citizen, by thread, by day, and `due`. */
  readonly index: TableClient;
  readonly leases: TableClient;
  readonly installations: TableClient;
  /** What networks charged: a partition per day. */
  readonly ledger: TableClient;
  /** What is about no dialogue: one partition. */
  readonly team: TableClient;
  readonly clock: Clock;
  readonly log: Log;
  /** For `/ready`: answers within 3 s. @throws Fault('tables') when the storage cannot be reached. */
  ping(): Promise<void>;
  /** HTTP requests sent so far, repeated ones included. */
  calls(): number;
}

const PING_LIMIT = 3 * SECOND;

/**
 * The tables `<prefix>dialogues`, `<prefix>index`, `<prefix>leases`, `<prefix>installations`, `<prefix>ledger` and `<prefix>team`;
 * those that are missing are made. Several bots in one account have prefixes of their own: letters and digits, a letter first.
 * @throws Fault('settings') for an impossible place or prefix, Fault('tables') when the storage cannot be reached.
 */
export async function createTables(place: TablesPlace, prefix: string, clock: Clock, log: Log): Promise<Tables> {
  const tables = await tablesAt(place, prefix, clock, log);
  const { dialogues, index, leases, installations, ledger, team } = tables;
  // A table that is there already is no error to the client.
  await Promise.all(
    [dialogues, index, leases, installations, ledger, team].map((one) => reach(() => one.createTable())),
  );
  return tables;
}

/** The same tables, for who only looks: none is made, and nothing is sent yet. @throws Fault('settings') */
export async function tablesAt(place: TablesPlace, prefix: string, clock: Clock, log: Log): Promise<Tables> {
  if (!/^([A-Za-z][A-Za-z0-9]{0,49})?$/.test(prefix)) {
    throw new Fault('settings', 'TABLES_PREFIX takes letters and digits only, a letter first, at most 50.');
  }
  let calls = 0;
  const counting: RequestPolicy = {
    name: 'countRequests',
    sendRequest(request, next) {
      calls += 1;
      return next(request);
    },
  };
  const client = await connect(place, counting);
  const leases = client(`${prefix}leases`);
  return {
    dialogues: client(`${prefix}dialogues`),
    index: client(`${prefix}index`),
    leases,
    installations: client(`${prefix}installations`),
    ledger: client(`${prefix}ledger`),
    team: client(`${prefix}team`),
    clock,
    log,
    ping: () => ping(leases),
    calls: () => calls,
  };
}

async function ping(table: TableClient): Promise<void> {
  const pages = table.listEntities({
    queryOptions: { filter: "PartitionKey eq 'ping'" },
    abortSignal: AbortSignal.timeout(PING_LIMIT),
  });
  await reach(() => pages.next());
}
