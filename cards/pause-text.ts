import { type PlacingPause } from '../services/domain/team/placing-pause.ts';
import { literalName } from './literal-text.ts';
import { type Words } from './words.ts';

/** By whom placing stands still, since when and why, in one sentence or two. */
export function pauseText({ by, since, reason }: PlacingPause, words: Words): string {
  const set = words.say('pause.set', { who: by.name, when: words.moment(since) });
  return reason === '' ? set : `${set} ${words.say('pause.reason', { reason: literalName(reason) })}`;
}
