import { type Dialogue } from '../domain/dialogue/dialogue.ts';
import { nextWake } from '../domain/dialogue/wake.ts';
import { type Acted, actOnDialogue } from './act-on-dialogue.ts';
import { publishReply } from './publish-reply.ts';
import { removeReply } from './remove-reply.ts';
import { showDialogue } from './show-dialogue.ts';
import { type World } from './world.ts';

/** Steps a dialogue takes in one go at most; the clock brings it back for more. */
const STEPS_AT_MOST = 10;

/**
 * Does for one dialogue whatever its state asks for at this moment: place, look up, take away, close itself, and show it
 * all in Teams. Safe to repeat at any time; what cannot be done now throws, and the due rows bring it back.
 * Gives the version up to which everything is done.
 */
export async function settleDialogue(world: World, id: string): Promise<number> {
  let version: number;
  try {
    version = await takeSteps(world, id);
  } catch (fault) {
    // A network that is down is no reason for Teams to fall behind; should this fail too, the next try meets both.
    await showDialogue(world, id);
    throw fault;
  }
  if (version > 0) await showDialogue(world, id);
  return version;
}

async function takeSteps(world: World, id: string): Promise<number> {
  let stored = await world.store.load(id);
  for (let step = 0; stored !== null && step < STEPS_AT_MOST && isTime(world, stored.dialogue); step += 1) {
    const acted: Acted =
      (await publishReply(world, stored.dialogue)) ??
      (await removeReply(world, stored.dialogue)) ??
      (await actOnDialogue(world, id, { type: 'elapse' }));
    if (acted.due.length === 0) break;
    stored = acted.stored;
  }
  return stored?.dialogue.version ?? 0;
}

function isTime({ clock }: World, dialogue: Dialogue): boolean {
  const wake = nextWake(dialogue);
  return wake !== null && wake <= clock.now();
}
