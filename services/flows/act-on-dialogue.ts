import { announcementsOf } from '../domain/dialogue/announcements.ts';
import { changedTexts } from '../domain/dialogue/changed-texts.ts';
import { decide } from '../domain/dialogue/decide.ts';
import { evolveAll } from '../domain/dialogue/evolve.ts';
import { type Command, type Happened } from '../domain/dialogue/messages.ts';
import { type Refusal } from '../domain/dialogue/refusal.ts';
import { nextWake } from '../domain/dialogue/wake.ts';
import { type DueRow, type StoredDialogue } from '../ports/dialogue-store.ts';
import { Fault } from '../ports/fault.ts';
import { countRefusal } from './count-refusal.ts';
import { factsNow, type World } from './world.ts';

/** What came of a command. `stored` is the dialogue as it is now; null when there is no such dialogue. */
export interface Acted {
  readonly stored: StoredDialogue | null;
  readonly refusal: Refusal | null;
  readonly due: readonly DueRow[];
}

/** What comes along with a command. */
interface Beside {
  readonly operation?: string | null;
  readonly texts?: ReadonlyMap<string, string>;
}

/** The same dialogue was changed by others this often in a row: something is wrong beyond a race of people. */
const TRIES = 40;

/**
 * Decide and store, anew as long as others were first: of two clicks one wins and the other is decided upon what the
 * winner left. `operation` is the click or activity: repeated, it changes nothing and is answered with what stands; that
 * the first time did what the second is refused is no refusal. `texts`: words that come with the command, post id → text.
 */
export function actOnDialogue(world: World, dialogue: string, command: Command, beside: Beside = {}): Promise<Acted> {
  return world.trace.within(`command ${command.type}`, { dialogue }, () =>
    decideAndStore(world, dialogue, command, beside),
  );
}

async function decideAndStore(
  world: World,
  dialogue: string,
  command: Command,
  { operation = null, texts = new Map() }: Beside,
): Promise<Acted> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const before = await world.store.load(dialogue);
    const facts = factsNow(world);
    const { events, refusal } = decide(before?.dialogue ?? null, command, facts);
    const echo = refusal !== null && operation !== null && (await world.store.wasDone(dialogue, operation));
    if (echo) return { stored: before, due: [], refusal: null };
    if (refusal !== null && operation !== null) countRefusal(world, refusal.code);
    if (events.length === 0) return { stored: before, due: [], refusal };
    const happened: readonly Happened[] = events.map((event) => ({ ...event, at: facts.at }));
    const after = evolveAll(before?.dialogue ?? null, happened);
    const wake = nextWake(after, facts);
    const outcome = await world.store.commit({
      before,
      after,
      events: happened,
      ...changedTexts(before, events, texts),
      announcements: events.flatMap((event) => announcementsOf(event, after, facts)),
      operation: refusal === null || operation === null ? operation : refusedName(operation),
      wakes: wake === null || wake <= facts.at ? [facts.at] : [facts.at, wake],
    });
    if (outcome.outcome === 'repeated') return { stored: await world.store.load(dialogue), due: [], refusal };
    if (outcome.outcome === 'committed') {
      world.log.info('a dialogue changed', { version: after.version, events: events.map(({ type }) => type) });
      world.changed(dialogue, outcome.due);
      return { stored: outcome.stored, due: outcome.due, refusal };
    }
  }
  throw new Fault('tables', `Dialogue ${dialogue} changed ${TRIES} times while it was being decided upon: try again`);
}

/** A refused click of which the text was kept has a name of its own: it was not done, and its echo is refused as well. */
function refusedName(operation: string): string {
  return `refused:${operation}`;
}
