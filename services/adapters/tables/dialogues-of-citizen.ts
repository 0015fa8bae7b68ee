import { type NetworkName } from '../../domain/post.ts';
import { type StoredDialogue } from '../../ports/dialogue-store.ts';
import { Fault } from '../../ports/fault.ts';
import { type Tables } from './create-tables.ts';
import { citizenPartition, dialogueAt, postKey } from './index-rows.ts';
import { load } from './read-dialogue.ts';
import { listRows, textIn } from './rows.ts';
import { reachOr } from './storage-fault.ts';

/** Follows the index; a row whose commit never came leads to no head and is passed over. */
export async function* dialoguesOfCitizen(
  tables: Tables,
  network: NetworkName,
  citizen: string,
): AsyncGenerator<StoredDialogue> {
  for await (const row of listRows(tables.index, `PartitionKey eq '${citizenPartition(network, citizen)}'`)) {
    const stored = await load(tables, textIn(row, 'dialogue'));
    if (stored !== null && stored.dialogue.network === network && stored.dialogue.citizen.id === citizen) yield stored;
  }
}

/** Of two that name a dialogue at once the first wins, and both are told which. */
export async function bindPost(tables: Tables, network: NetworkName, post: string, dialogue: string): Promise<string> {
  const key = postKey(network, post);
  const entity = { ...key, dialogue, writtenAt: new Date(tables.clock.now()) };
  const made = await reachOr([409], null, () => tables.index.createEntity(entity));
  if (made !== null) return dialogue;
  const named = await dialogueAt(tables, key);
  if (named === null) throw new Fault('tables', 'A row was there and is gone again: it is tried once more by itself');
  return named;
}
