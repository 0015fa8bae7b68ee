import { type Dialogue } from '../domain/dialogue/dialogue.ts';
import { type Acted, actOnDialogue } from './act-on-dialogue.ts';
import { type World } from './world.ts';

/**
 * Tells the coordinators that somebody set a message aside as a threat. It is owed by the dialogue until it is told, so a
 * restart loses nothing; only who dies between telling and storing tells it twice. null: there is nothing to tell.
 */
export async function tellThreat(world: World, { id, network, threat, posts }: Dialogue): Promise<Acted | null> {
  if (threat?.told !== false) return null;
  const link = posts.findLast(({ from, gone }) => from === 'citizen' && gone === undefined)?.link ?? null;
  await world.alerts.toCoordinators({ what: 'threat', network, by: threat.by.name, at: threat.at, link });
  return actOnDialogue(world, id, { type: 'threatTold' });
}
