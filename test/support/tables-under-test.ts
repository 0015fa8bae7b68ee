import { randomUUID } from 'node:crypto';
import { createTables, type Tables } from '../../services/adapters/tables/create-tables.ts';
import { encodeKey } from '../../services/adapters/tables/keys.ts';
import { type StoreUnderTest } from '../contracts/store-under-test.ts';
import { azurite } from './azurite.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';
import { silentLog } from './silent-log.ts';

/** Empty tables of their own in the shared Azurite. */
export async function openTables(name: string): Promise<{ tables: Tables; clock: ManualClock }> {
  const clock = createManualClock();
  const prefix = `${name}${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const tables = await createTables({ connectionString: await azurite() }, prefix, clock, silentLog);
  return { tables, clock };
}

/** The same, with hands behind the back of the store. */
export async function tablesUnderTest(name: string): Promise<Omit<StoreUnderTest, 'store'> & { tables: Tables }> {
  const { tables, clock } = await openTables(name);
  const { index } = tables;
  return {
    tables,
    clock,
    async lose(kind: 'open' | 'due' | 'thread' | 'post', dialogue: string): Promise<void> {
      const partition = kind === 'post' ? 'bound:x' : kind;
      const filter = `PartitionKey eq '${partition}' and dialogue eq '${dialogue}'`;
      for await (const row of index.listEntities({ queryOptions: { filter } })) {
        await index.deleteEntity(String(row.partitionKey), String(row.rowKey), { etag: '*' });
      }
    },
    async leaveOpen(dialogue: string): Promise<void> {
      const key = { partitionKey: 'open', rowKey: encodeKey(dialogue) };
      await index.upsertEntity({ ...key, dialogue, writtenAt: new Date(clock.now()) }, 'Replace');
    },
  };
}
