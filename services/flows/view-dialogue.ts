import { type DialogueView, viewOf } from '../domain/dialogue/view.ts';
import { type StoredDialogue } from '../ports/dialogue-store.ts';
import { factsNow, type World } from './world.ts';

/** What the cards draw of a dialogue as it stands now, with personal data masked. */
export function viewDialogue(world: World, { dialogue, texts }: StoredDialogue): DialogueView {
  return viewOf(dialogue, texts, factsNow(world), world.maskLabels);
}

/** The same with the citizen's words unmasked: only for the person who may see them, never on a shared card. */
export function viewUnmasked(world: World, { dialogue, texts }: StoredDialogue): DialogueView {
  return viewOf(dialogue, texts, { ...factsNow(world), personalData: () => [] }, world.maskLabels);
}
