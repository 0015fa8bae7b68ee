import { type PersonCommand } from '../domain/dialogue/messages.ts';
import { type Acted, actOnDialogue } from './act-on-dialogue.ts';
import { type World } from './world.ts';

type GoPublic = Extract<PersonCommand, { type: 'goPublic' }>;

/**
 * A private message was refused: the citizen is invited in public to write to us. The network says where; `sentence`
 * puts the address into words.
 */
export async function goPublic(
  world: World,
  id: string,
  command: GoPublic,
  sentence: (link: string) => string,
  { operation }: { readonly operation: string },
): Promise<Acted> {
  const dialogue = (await world.store.load(id))?.dialogue;
  const account = dialogue?.account ?? null;
  const link = account === null ? null : await world.networks.get(dialogue?.network ?? '')?.invitation(account);
  return actOnDialogue(world, id, { ...command, invitation: link == null ? null : sentence(link) }, { operation });
}
