import { type Happened } from '../domain/dialogue/messages.ts';
import { sharesOf } from '../domain/figures/shares.ts';
import { type World } from './world.ts';

/** Dialogues of which this instance remembers up to which version their figures are stored. */
const REMEMBERED = 5_000;

/**
 * Stores what a dialogue adds to the figures. Once per version is enough, however often it is looked at: time alone moves
 * what is open to the days, and that changes no figure. `version`: of the dialogue as it stands; null: not known.
 * @throws Fault('tables')
 */
export async function recordFigures(world: World, dialogue: string, version: number | null): Promise<void> {
  const { recorded } = world;
  if (version !== null && recorded.get(dialogue) === version) return;
  const history = await world.store.history(dialogue);
  if (history.length === 0 || recorded.get(dialogue) === history.length) return;
  await recordHistory(world, dialogue, history);
  recorded.delete(dialogue);
  recorded.set(dialogue, history.length);
  const [oldest] = recorded.keys();
  if (oldest !== undefined && recorded.size > REMEMBERED) recorded.delete(oldest);
}

/** Stores what a whole history adds, as it is at this moment. */
export async function recordHistory(
  { figures, clock, calendar }: Pick<World, 'figures' | 'clock' | 'calendar'>,
  dialogue: string,
  history: readonly Happened[],
): Promise<void> {
  await figures.record(dialogue, history.length, sharesOf(history, clock.now(), calendar));
}
