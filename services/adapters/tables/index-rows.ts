import { type Dialogue } from '../../domain/dialogue/dialogue.ts';
import { type Instant } from '../../domain/instant.ts';
import { type NetworkName } from '../../domain/post.ts';
import { type Tables } from './create-tables.ts';
import { encodeKey } from './keys.ts';
import { readRow, textIn } from './rows.ts';
import { reach } from './storage-fault.ts';

/** Where an index row stands; every row names its dialogue. */
export interface IndexKey {
  readonly partitionKey: string;
  readonly rowKey: string;
}

export const OPEN = 'open';

/** Nobody has to do anything about it (any more). */
export function isEnded({ stage }: Dialogue): boolean {
  return stage.name === 'closed' || stage.name === 'setAside';
}

export function openKey(dialogue: string): IndexKey {
  return { partitionKey: OPEN, rowKey: encodeKey(dialogue) };
}

/** All dialogues of one citizen. */
export function citizenKey({ id, network, citizen }: Dialogue): IndexKey {
  return { partitionKey: citizenPartition(network, citizen.id), rowKey: encodeKey(id) };
}

export function citizenPartition(network: NetworkName, citizen: string): string {
  return `citizen:${encodeKey(network)}:${encodeKey(citizen)}`;
}

/** All dialogues that were opened on one day, in UTC. */
export function dayKey({ id }: Dialogue, openedAt: Instant): IndexKey {
  return { partitionKey: dayPartition(openedAt), rowKey: encodeKey(id) };
}

export function dayPartition(at: Instant): string {
  return `day:${new Date(at).toISOString().slice(0, 10)}`;
}

/** All dialogues that began in a storm. */
export function stormKeys({ id, storm }: Dialogue): readonly IndexKey[] {
  return storm === undefined ? [] : [{ partitionKey: stormPartition(storm.id), rowKey: encodeKey(id) }];
}

export function stormPartition(storm: string): string {
  return `storm:${encodeKey(storm)}`;
}

/** All dialogues of a network with a post of the citizen from one day, in UTC. */
export function postedKey({ id, network }: Pick<Dialogue, 'id' | 'network'>, at: Instant): IndexKey {
  return { partitionKey: postedOnKey(network, new Date(at).toISOString().slice(0, 10)), rowKey: encodeKey(id) };
}

export function postedOnKey(network: string, day: string): string {
  return `posted:${encodeKey(network)}:${day}`;
}

/** All dialogues in which somebody was asked something, by sign-in name. */
export function askedKeys({ id, questions = [] }: Pick<Dialogue, 'id' | 'questions'>): readonly IndexKey[] {
  const emails = new Set(questions.flatMap(({ asked }) => asked.map(({ who }) => who.email)));
  return [...emails].map((email) => ({ partitionKey: askedPartition(email), rowKey: encodeKey(id) }));
}

export function askedPartition(email: string): string {
  return `asked:${encodeKey(email.toLowerCase())}`;
}

export function threadKey(thread: string): IndexKey {
  return { partitionKey: 'thread', rowKey: encodeKey(thread) };
}

/** To which dialogue one post on a network belongs, where its thread and its author do not tell. */
export function postKey(network: NetworkName, post: string): IndexKey {
  return { partitionKey: `bound:${encodeKey(network)}`, rowKey: encodeKey(post) };
}

/** Where reactions to an own post find it. */
export function ownPostKeys({ own, network, receipts }: Dialogue): readonly IndexKey[] {
  return own === true ? receipts.map(({ id }) => postKey(network, id)) : [];
}

export async function writeIndexRow(tables: Tables, key: IndexKey, dialogue: string): Promise<void> {
  const entity = { ...key, dialogue, writtenAt: new Date(tables.clock.now()) };
  await reach(() => tables.index.upsertEntity(entity, 'Replace'));
}

/** The dialogue that a row names; null when there is no such row. */
export async function dialogueAt(tables: Tables, key: IndexKey): Promise<string | null> {
  const row = await readRow(tables.index, key.partitionKey, key.rowKey);
  return row === null ? null : textIn(row, 'dialogue');
}
