import { announcementsOf } from '../domain/dialogue/announcements.ts';
import { decide } from '../domain/dialogue/decide.ts';
import { evolveAll } from '../domain/dialogue/evolve.ts';
import { type Command, type Happened, type Refusal } from '../domain/dialogue/messages.ts';
import { nextWake } from '../domain/dialogue/wake.ts';
import { type DueRow, type StoredDialogue } from '../ports/dialogue-store.ts';
import { Fault } from '../ports/fault.ts';
import { factsNow, type World } from './world.ts';

/** What came of a command. `stored` is the dialogue as it is now; null when there is no such dialogue. */
export interface Acted {
  readonly stored: StoredDialogue | null;
  readonly refusal: Refusal | null;
  readonly due: readonly DueRow[];
}

/** The same dialogue was changed by others this often in a row: something is wrong beyond a race of people. */
const TRIES = 40;

/**
 * Decide and store, anew as long as others were first: of two clicks one wins and the other is decided upon what the
 * winner left. `operation` is the click or activity: repeated, it changes nothing and is answered with what stands.
 * `texts`: words that come with the command, post id → text.
 */
export async function actOnDialogue(
  world: World,
  dialogue: string,
  command: Command,
  { operation = null, texts = new Map() }: { operation?: string | null; texts?: ReadonlyMap<string, string> } = {},
): Promise<Acted> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const before = await world.store.load(dialogue);
    const facts = factsNow(world);
    const { events, refusal } = decide(before?.dialogue ?? null, command, facts);
    if (events.length === 0)
      return { stored: before, due: [], refusal: await echoless(world, dialogue, operation, refusal) };
    const happened: readonly Happened[] = events.map((event) => ({ ...event, at: facts.at }));
    const after = evolveAll(before?.dialogue ?? null, happened);
    const wake = nextWake(after);
    const outcome = await world.store.commit({
      before,
      after,
      events: happened,
      texts,
      announcements: events.flatMap((event) => announcementsOf(event, after, facts)),
      operation,
      wakes: wake === null || wake <= facts.at ? [facts.at] : [facts.at, wake],
    });
    if (outcome.outcome === 'repeated') return { stored: await world.store.load(dialogue), due: [], refusal: null };
    if (outcome.outcome === 'committed') {
      world.changed(dialogue, outcome.due);
      return { stored: outcome.stored, due: outcome.due, refusal };
    }
  }
  throw new Fault('tables', `Dialogue ${dialogue} changed ${TRIES} times while it was being decided upon: try again`);
}

/** A click that came twice is refused the second time, because the first did it: that is no refusal. */
async function echoless(
  world: World,
  dialogue: string,
  operation: string | null,
  refusal: Refusal | null,
): Promise<Refusal | null> {
  if (refusal === null || operation === null) return refusal;
  return (await world.store.wasDone(dialogue, operation)) ? null : refusal;
}
