import { randomUUID } from 'node:crypto';
import { type TransactionAction } from '@azure/data-tables';
import { type TeamHappened } from '../../domain/team/messages.ts';
import { NEW_TEAM, type Team } from '../../domain/team/team.ts';
import { type TeamLine } from '../../domain/team/team-line.ts';
import { type TeamChange, type TeamStore } from '../../ports/team-store.ts';
import { writeAtOnce } from './commit-outcome.ts';
import { type Tables } from './create-tables.ts';
import { announcementKey, eventKey, HEAD, inRange, operationKey } from './keys.ts';
import { pack, unpack } from './packing.ts';
import { allRows, readRow, removeRow, type Row } from './rows.ts';

const PARTITION = 'team';

/** The team as one partition: head, events, messages that wait, operations. */
export function createTeamStore({ team: table }: Tables): TeamStore {
  const range = (prefix: 'e' | 'f'): Promise<readonly Row[]> =>
    allRows(table, `PartitionKey eq '${PARTITION}' and ${inRange(prefix)}`);
  return {
    async load() {
      const head = await readRow(table, PARTITION, HEAD);
      return head === null ? { team: NEW_TEAM, etag: null } : { team: teamIn(head), etag: head.etag };
    },
    async commit(change) {
      const { before, after, operation } = change;
      const writer = randomUUID();
      const attempted = {
        partitionKey: PARTITION,
        etag: before.etag,
        firstEvent: eventKey(before.team.version + 1),
        operation: operation === null ? null : operationKey(operation),
      };
      const written = await writeAtOnce(table, attempted, rowsOf(change, writer), writer);
      return written.outcome === 'committed'
        ? { outcome: 'committed', stored: { team: after, etag: written.etag } }
        : written;
    },
    wasDone: async (operation) => (await readRow(table, PARTITION, operationKey(operation))) !== null,
    history: async () => (await range('e')).map((row) => unpack(row) as TeamHappened),
    lines: async () => (await range('f')).map((row) => ({ key: String(row.rowKey), line: unpack(row) as TeamLine })),
    lineSent: (key) => removeRow(table, PARTITION, key),
  };
}

function rowsOf({ before, after, events, lines, operation }: TeamChange, writer: string): TransactionAction[] {
  const row = (rowKey: string, fields: Record<string, string | number | Date>) => ({
    partitionKey: PARTITION,
    rowKey,
    ...fields,
  });
  const head = row(HEAD, { ...pack(after), version: after.version, writer });
  return [
    before.etag === null ? ['create', head] : ['update', head, 'Replace', { etag: before.etag }],
    ...events.map((event, n): TransactionAction => {
      const fields = { ...pack(event), at: new Date(event.at), type: event.type, writer };
      return ['create', row(eventKey(before.team.version + 1 + n), fields)];
    }),
    ...lines.map((line, n): TransactionAction => ['create', row(announcementKey(after.version, n), pack(line))]),
    ...(operation === null ? [] : [['create', row(operationKey(operation), { writer })] satisfies TransactionAction]),
  ];
}

function teamIn(head: Row): Team {
  return { ...NEW_TEAM, ...(unpack(head) as Partial<Team>) };
}
