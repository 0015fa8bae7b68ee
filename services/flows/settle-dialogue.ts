import { type Instant } from '../domain/instant.ts';
import { type Dialogue } from '../domain/dialogue/dialogue.ts';
import { nextWake } from '../domain/dialogue/wake.ts';
import { type Acted, actOnDialogue } from './act-on-dialogue.ts';
import { type StoredDialogue } from '../ports/dialogue-store.ts';
import { callStandBy, isCalling } from './call-stand-by.ts';
import { isTelling, tellDepartment } from './tell-department.ts';
import { isPassingOn, passOn } from './pass-on.ts';
import { publishReply } from './publish-reply.ts';
import { recordFigures } from './record-figures.ts';
import { removeReply } from './remove-reply.ts';
import { showDialogue } from './show-dialogue.ts';
import { tellThreat } from './tell-threat.ts';
import { factsNow, type World } from './world.ts';

/** Steps a dialogue takes in one go at most; the clock brings it back for more. */
const STEPS_AT_MOST = 10;

export interface Settled {
  /** Up to which everything is done; 0: there is no such dialogue. */
  readonly version: number;
  /** When it is to be looked at again, as it stands; null: never. */
  readonly wake: Instant | null;
}

/**
 * Does for one dialogue whatever its state asks for at this moment: place, look up, take away, close itself, and show it
 * all in Teams. Safe to repeat at any time; what cannot be done now throws, and the due rows bring it back.
 */
export async function settleDialogue(world: World, id: string): Promise<Settled> {
  let stored: StoredDialogue | null;
  try {
    stored = await takeSteps(world, id);
  } catch (fault) {
    // A network that is down is no reason for Teams to fall behind; should this fail too, the next try meets both.
    await andRecord(world, id, null, () => showDialogue(world, id));
    throw fault;
  }
  if (stored === null) return { version: 0, wake: null };
  const { dialogue } = stored;
  await andRecord(world, id, dialogue.version, () => showAndCall(world, dialogue));
  return { version: stored.dialogue.version, wake: nextWake(stored.dialogue, factsNow(world)) };
}

/** That Teams fails keeps nothing from the figures, nor the other way round. */
async function andRecord(world: World, id: string, version: number | null, show: () => Promise<void>): Promise<void> {
  try {
    await show();
  } finally {
    await recordFigures(world, id, version);
  }
}

/** Who stands by gets the way to the thread when there is one; that the channel fails keeps it from nobody. */
async function showAndCall(world: World, dialogue: Dialogue): Promise<void> {
  try {
    await showDialogue(world, dialogue.id);
  } finally {
    if (isCalling(dialogue)) await callStandBy(world, dialogue.id);
    if (isTelling(dialogue)) await tellDepartment(world, dialogue.id);
    if (isPassingOn(dialogue)) await passOn(world, dialogue.id);
  }
}

async function takeSteps(world: World, id: string): Promise<StoredDialogue | null> {
  let stored = await world.store.load(id);
  for (let step = 0; stored !== null && step < STEPS_AT_MOST && isTime(world, stored.dialogue); step += 1) {
    const acted: Acted =
      (await tellThreat(world, stored.dialogue)) ??
      (await publishReply(world, stored.dialogue)) ??
      (await removeReply(world, stored.dialogue)) ??
      (await actOnDialogue(world, id, { type: 'elapse' }));
    if (acted.due.length === 0) break;
    stored = acted.stored;
  }
  return stored;
}

function isTime(world: World, dialogue: Dialogue): boolean {
  const facts = factsNow(world);
  const wake = nextWake(dialogue, facts);
  return wake !== null && wake <= facts.at;
}
