import { fateOf, manyState, type ManyText, textFor } from '../../domain/busy/many-text.ts';
import { placeNames } from '../../domain/busy/many-targets.ts';
import { type Storm } from '../../domain/busy/storm.ts';
import { type Duration, MINUTE, SECOND } from '../../domain/instant.ts';
import { type StoredDialogue } from '../../ports/dialogue-store.ts';
import { actOnDialogue } from '../act-on-dialogue.ts';
import { actOnTeam } from '../act-on-team.ts';
import { type World } from '../world.ts';
import { afterStorm } from './after-storm.ts';
import { showStorm, shownIn } from './show-storm.ts';
import { stormDialogues } from './storm-dialogues.ts';
import { isDone, storyOf } from './storm-messages.ts';

/** For one turn: longer than the messages of a whole storm take at Teams' pace. */
const LEASE_TIME: Duration = 2 * MINUTE;
/** How far apart texts are placed where a network does not say. */
const EVERY: Duration = SECOND;
/** So long after the yes a text is looked after: then each dialogue has it, or is not to have it. */
const HANDED_OUT: Duration = 10 * MINUTE;

export function stormLease(storm: string): string {
  return `storm:${storm}`;
}

/**
 * Does for a storm whatever its state asks for now: hand out a text that was said yes to, hold back one that was stopped,
 * and show it all. Safe to repeat at any time. Gives how many messages it sent; null: another instance is at it.
 */
export async function tendStorm(world: World, storm: Storm): Promise<number | null> {
  const lease = await world.leases.acquire(stormLease(storm.id), world.instance, LEASE_TIME);
  if (lease === null) return null;
  try {
    let dialogues = await stormDialogues(world, storm.id);
    for (const many of storm.texts)
      if (await handOut(world, many, dialogues)) dialogues = await stormDialogues(world, storm.id);
    const silent = await afterStorm(world, storm);
    const shown = Object.keys(shownIn(lease));
    const sent = await showStorm(world, lease, await storyOf(world, storm, { dialogues, silent }, shown));
    if (silent.length === 0 && isDone(storm, dialogues)) await actOnTeam(world, { type: 'stormDone', storm: storm.id });
    return sent;
  } finally {
    await world.leases.release(lease);
  }
}

/** Whether anything changed by it. */
async function handOut(world: World, many: ManyText, dialogues: readonly StoredDialogue[]): Promise<boolean> {
  const state = manyState(many);
  const since = many.stopped?.at ?? many.approved?.at ?? 0;
  if ((state !== 'placing' && state !== 'stopped') || world.clock.now() > since + HANDED_OUT) return false;
  let changed = false;
  for (const [turn, { dialogue: id, wroteAt }] of many.targets.entries()) {
    const dialogue = dialogues.find((one) => one.dialogue.id === id)?.dialogue;
    if (dialogue === undefined || many.approved === null) continue;
    const fate = fateOf(many.id, dialogue);
    if (state === 'stopped' && fate === 'underway' && many.stopped !== null) {
      const command = { type: 'stopMany', many: many.id, stopper: many.stopped.by } as const;
      changed = (await actOnDialogue(world, id, command)).due.length > 0 || changed;
    }
    if (state !== 'placing' || fate !== 'passed') continue;
    const every = world.networks.get(dialogue.network)?.placeEvery ?? EVERY;
    const acted = await actOnDialogue(
      world,
      id,
      {
        type: 'placeMany',
        many: many.id,
        text: textFor(many.template, dialogue.citizen, placeNames(world.settings)),
        wroteAt,
        submitter: many.by,
        approver: many.approved.by,
        placeAt: many.approved.at + world.settings.instruction.undo + turn * every,
      },
      // Once in each dialogue, whoever hands it out and however often.
      { operation: `many:${many.id}` },
    );
    changed = acted.due.length > 0 || changed;
  }
  return changed;
}
