import { type Mode } from '../../domain/dialogue/dialogue.ts';
import { type Talk } from '../../domain/evaluation/evaluation.ts';
import { hints, talkableIn, worthTalking } from '../../domain/evaluation/worth-talking.ts';
import { type Talkable } from '../../domain/evaluation/talk-rules.ts';
import { type Interval } from '../../domain/instant.ts';
import { viewDialogue } from '../view-dialogue.ts';
import { type World } from '../world.ts';

/** So many histories are read at most, of the dialogues with most hints: more than that of a month is not talked through. */
export const MOST_READ = 200;
const AT_ONCE = 10;

/**
 * The dialogues of a month that are worth talking about. Storage calls: one for each day and each dialogue that began in it,
 * one for each of at most 200 histories, and one for each that is chosen.
 */
export async function findTalks(
  world: World,
  month: Interval,
  { mode, municipality }: { readonly mode: Mode; readonly municipality: string | null },
): Promise<readonly Talk[]> {
  const { store, clock, calendar } = world;
  const at = clock.now();
  const hinted: { readonly id: string; readonly hint: number; readonly postedAt: number }[] = [];
  for await (const { dialogue } of store.openedSince(month.from, month.until)) {
    const ours = dialogue.own !== true && dialogue.mode === mode;
    const there = municipality === null || dialogue.municipality === municipality;
    const hint = ours && there ? hints(dialogue, at) : 0;
    if (hint > 0) hinted.push({ id: dialogue.id, hint, postedAt: dialogue.posts[0]?.at ?? 0 });
  }
  const read = hinted.sort((one, other) => other.hint - one.hint || other.postedAt - one.postedAt).slice(0, MOST_READ);
  const all: Talkable[] = [];
  for (let from = 0; from < read.length; from += AT_ONCE) {
    const histories = read.slice(from, from + AT_ONCE).map(({ id }) => store.history(id));
    for (const history of await Promise.all(histories)) {
      const about = talkableIn(history, month, at, (start, end) => calendar.openHours(start, end));
      if (about !== null) all.push(about);
    }
  }
  const talks = worthTalking(all).map(async ({ about, reason }): Promise<readonly Talk[]> => {
    const now = await store.unsettled(about.dialogue.id);
    return now === null ? [] : [{ reason, entry: { view: viewDialogue(world, now.stored), thread: now.shown.thread } }];
  });
  return (await Promise.all(talks)).flat();
}
