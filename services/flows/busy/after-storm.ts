import { keptSilent, stoodStill } from '../../domain/busy/quiet.ts';
import { type Storm } from '../../domain/busy/storm.ts';
import { type OpenDialogue } from '../../ports/dialogue-store.ts';
import { actOnDialogue } from '../act-on-dialogue.ts';
import { factsNow, type World } from '../world.ts';

/**
 * What stood still in a storm goes on when it is over: claims begin anew, and what nobody was reminded of is given back, to
 * be told in one list. Safe to repeat at any time: a claim that began anew is left alone.
 */
export async function afterStorm(world: World, storm: Storm): Promise<readonly OpenDialogue[]> {
  if (storm.off === null) return [];
  const open: OpenDialogue[] = [];
  for await (const one of world.store.open()) open.push(one);
  const { storms } = factsNow(world);
  for (const { dialogue } of open)
    if (stoodStill(dialogue, storm, storms)) await actOnDialogue(world, dialogue.id, { type: 'stormPassed' });
  const silent = keptSilent(
    open.map(({ dialogue }) => dialogue),
    storm,
  );
  return silent.flatMap((dialogue) => open.filter((one) => one.dialogue === dialogue));
}
