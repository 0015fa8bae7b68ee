import { type TransactionAction } from '@azure/data-tables';
import { type Dialogue } from '../../domain/dialogue/dialogue.ts';
import { postOfText } from '../../domain/dialogue/post-texts.ts';
import { type Announcement, type Happened } from '../../domain/dialogue/messages.ts';
import { type Change, type PendingAnnouncement } from '../../ports/dialogue-store.ts';
import { announcementKey, encodeKey, eventKey, HEAD, operationKey, postKey } from './keys.ts';
import { pack, unpack } from './packing.ts';
import { type Row } from './rows.ts';

/** All rows that a change writes in the dialogue's partition; the head first. */
export function rowsOf(change: Change, writer: string): TransactionAction[] {
  const { before, after, events, texts, forget, announcements, operation } = change;
  const first = (before?.dialogue.version ?? 0) + 1;
  const row = (rowKey: string, fields: Record<string, string | number | Date>) => ({
    partitionKey: encodeKey(after.id),
    rowKey,
    ...fields,
  });
  const head = row(HEAD, { ...pack(after), version: after.version, stage: after.stage.name, writer });
  return [
    before === null ? ['create', head] : ['update', head, 'Replace', { etag: before.etag }],
    ...events.map((event, n): TransactionAction => {
      const fields = { ...pack(event), at: new Date(event.at), type: event.type, writer };
      return ['create', row(eventKey(first + n), fields)];
    }),
    ...[...texts].map(([post, text]): TransactionAction => {
      const from = after.posts.find(({ id }) => id === postOfText(post))?.from ?? 'us';
      return ['upsert', row(postKey(post), { ...pack({ post, text }), from }), 'Replace'];
    }),
    ...forget.map((post): TransactionAction => ['delete', row(postKey(post), {})]),
    ...announcements.map((announcement, n): TransactionAction => {
      return ['create', row(announcementKey(after.version, n), pack(announcement))];
    }),
    ...(operation === null ? [] : [['create', row(operationKey(operation), { writer })] satisfies TransactionAction]),
  ];
}

export function dialogueIn(head: Row): Dialogue {
  return unpack(head) as Dialogue;
}

export function textsIn(rows: readonly Row[]): ReadonlyMap<string, string> {
  const texts = rows.filter(({ rowKey }) => rowKey?.startsWith('p:'));
  return new Map(
    texts.map((row) => {
      const { post, text } = unpack(row) as { post: string; text: string };
      return [post, text];
    }),
  );
}

export function eventIn(row: Row): Happened {
  return unpack(row) as Happened;
}

export function announcementsIn(rows: readonly Row[]): readonly PendingAnnouncement[] {
  const pending = rows.filter(({ rowKey }) => rowKey?.startsWith('f:'));
  return pending.map((row) => ({ key: String(row.rowKey), announcement: unpack(row) as Announcement }));
}
