import { frozenMatter } from '../domain/dialogue/frozen-matter.ts';
import { type Member } from '../domain/people.ts';
import { type Acted, actOnDialogue } from './act-on-dialogue.ts';
import { type World } from './world.ts';

/**
 * A typed yes carries no fingerprint, so it counts for the text that the draft card shows now. A card that is behind
 * shows another text: then the yes is to nothing, and refused as such.
 */
export async function approveShown(world: World, dialogue: string, by: Member, operation: string): Promise<Acted> {
  const unsettled = await world.store.unsettled(dialogue);
  const state = unsettled?.stored.dialogue;
  const card = unsettled?.shown.work.find(({ generation }) => generation === state?.work.generation);
  const upToDate = state !== undefined && card !== undefined && card.version >= state.work.changedAt;
  const hash = upToDate ? world.texts.fingerprint(frozenMatter(state)) : '';
  return actOnDialogue(world, dialogue, { type: 'approve', hash, by }, { operation });
}
