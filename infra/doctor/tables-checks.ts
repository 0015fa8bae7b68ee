import { randomUUID } from 'node:crypto';
import { type TablesAccess, tablesPlace } from '../../bot/tables-access.ts';
import { TABLE_NAMES, type Tables, tablesAt } from '../../services/adapters/tables/create-tables.ts';
import { createInstallations } from '../../services/adapters/tables/installations.ts';
import { LAYOUT, ofLaterRelease } from '../../services/adapters/tables/layout.ts';
import { reach, reachOr } from '../../services/adapters/tables/storage-fault.ts';
import { storeLayout } from '../../services/adapters/tables/store-layout.ts';
import { type Instant } from '../../services/domain/instant.ts';
import { Fault } from '../../services/ports/fault.ts';
import { type Log } from '../../services/ports/log.ts';
import { type Check, ok, unknown, wrong } from './check.ts';

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Whether the tables can be read and written, of what layout they are, and whether the channel is known. Writes one row of its
 * own and takes it away again; makes no tables.
 */
export async function checkTables(access: TablesAccess, prefix: string, now: Instant): Promise<readonly Check[]> {
  const place = 'endpoint' in access ? `at ${access.endpoint}` : 'by connection string';
  try {
    const tables = await tablesAt(tablesPlace(access), prefix, { now: () => now }, quiet);
    const missing = await missingTables(tables);
    if (missing.length === TABLE_NAMES.length)
      return [unknown('tables', `${place}: reached, and there are none yet; the bot makes them when it starts`)];
    if (missing.length > 0)
      return [unknown('tables', `${place}: ${missing.join(', ')} is not there; the bot makes it when it starts`)];
    await writeAndRemove(tables);
    return [ok('tables', `${place}: read and written`), await layoutOf(tables), await channelOf(tables)];
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return [wrong('tables', `${place}: ${fault.message}`)];
  }
}

/** @throws Fault('tables') when the storage cannot be reached or refuses us. */
async function missingTables(tables: Tables): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const name of TABLE_NAMES) {
    const there = await reach(async () => {
      try {
        await tables[name].listEntities().byPage({ maxPageSize: 1 }).next();
        return true;
      } catch (error) {
        if (error instanceof Error && 'statusCode' in error && error.statusCode === 404) return false;
        throw error;
      }
    });
    if (!there) missing.push(name);
  }
  return missing;
}

async function writeAndRemove({ leases }: Tables): Promise<void> {
  const key = { partitionKey: 'doctor', rowKey: randomUUID() };
  await reach(() => leases.createEntity(key));
  await reachOr([404], undefined, () => leases.deleteEntity(key.partitionKey, key.rowKey));
}

async function layoutOf({ leases }: Tables): Promise<Check> {
  const layout = await storeLayout(leases);
  if (layout > LAYOUT) return wrong('layout', `what is stored ${ofLaterRelease(layout)}`);
  return ok('layout', `of this release (${LAYOUT}); npm run migrate brings older rows to it`);
}

async function channelOf(tables: Tables): Promise<Check> {
  const channel = await createInstallations(tables).channel();
  if (channel === null) return unknown('channel', 'no team is known yet: add the app to the team in Teams');
  if (channel.trouble !== null)
    return wrong('channel', `the channel was ${channel.trouble}: GET /ready says what to do`);
  return ok('channel', 'known from Teams');
}
