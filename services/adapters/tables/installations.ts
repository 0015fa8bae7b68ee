import { type ChannelReference, type Installations, type PersonReference } from '../../ports/installations.ts';
import { type Tables } from './create-tables.ts';
import { encodeKey } from './keys.ts';
import { pack, unpack } from './packing.ts';
import { readRow, removeRow } from './rows.ts';
import { reach } from './storage-fault.ts';

const CHANNEL = { partitionKey: 'installation', rowKey: 'channel' };
const PERSON = 'person';

/** Where the bot is installed. Every method throws Fault('tables') when the storage cannot do its part. */
export function createInstallations(tables: Tables): Installations {
  const table = tables.installations;
  const read = async (partitionKey: string, rowKey: string): Promise<unknown> => {
    const row = await readRow(table, partitionKey, rowKey);
    return row === null ? null : unpack(row);
  };
  return {
    channel: async () => (await read(CHANNEL.partitionKey, CHANNEL.rowKey)) as ChannelReference | null,
    async saveChannel(reference) {
      await reach(() => table.upsertEntity({ ...CHANNEL, ...pack(reference) }, 'Replace'));
    },
    person: async (email) => (await read(PERSON, personKey(email))) as PersonReference | null,
    async savePerson(reference) {
      const key = { partitionKey: PERSON, rowKey: personKey(reference.email) };
      await reach(() => table.upsertEntity({ ...key, ...pack(reference) }, 'Replace'));
    },
    async forgetPerson(email) {
      await removeRow(table, PERSON, personKey(email));
    },
  };
}

/** Teams and people write sign-in names in whatever case. */
function personKey(email: string): string {
  return encodeKey(email.toLowerCase());
}
