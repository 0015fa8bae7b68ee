import fc from 'fast-check';
import { nextWake } from '../../services/domain/dialogue/wake.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../services/domain/instant.ts';
import * as ask from './asks.ts';
import { factsAt, type Name, TUESDAY_TEN } from './dialogue-facts.ts';
import { WatchedDialogue } from './dialogue-laws.ts';
import { asked, onward, person, resolved, words, world } from './random-deeds.ts';

const step = fc.record({
  deed: fc.oneof({ weight: 5, arbitrary: person }, { weight: 2, arbitrary: world }, { weight: 3, arbitrary: onward }),
  pause: fc.constantFrom(0, 0, SECOND, SECOND, 15 * SECOND, MINUTE, 6 * MINUTE, 3 * HOUR, 4 * DAY),
  onDuty: fc.constantFrom<readonly Name[]>(['Bram', 'Els'], ['Anna'], ['Anna', 'Carla'], []),
});

const first = fc.record({
  what: words,
  mode: fc.oneof(
    { weight: 7, arbitrary: fc.constantFrom('practice', 'live') },
    { weight: 1, arbitrary: fc.constant('listening' as const) },
  ),
  network: fc.constantFrom('practice', 'x'),
  account: fc.option(fc.constantFrom('GemWormerland', 'GemOostzaan'), { freq: 7, nil: null }),
});

/** Up to a hundred things that five people, the citizen, the network and the clock do with one dialogue. */
export const story = fc.record({ begins: first, lived: fc.array(step, { minLength: 1, maxLength: 100, size: 'max' }) });

export type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

/** Lives it from Tuesday ten o'clock on, with the laws of dialogues checked after each step. */
export function live({ begins: { what, mode, network, account }, lived }: Story): WatchedDialogue {
  const watched = new WatchedDialogue();
  let at = TUESDAY_TEN;
  const post = ask.citizen(what, 'p1', at - MINUTE, { account, network });
  watched.step({ type: 'receive', dialogue: 'd1', mode, post }, factsAt(at));
  for (const { deed, pause, onDuty } of lived) {
    const wake = watched.dialogue === null ? null : nextWake(watched.dialogue, factsAt(at));
    at = 'onward' in deed ? Math.max(at, Math.min(wake ?? at, at + HOUR)) : at + pause;
    watched.step((dialogue, facts) => resolved(asked(deed, dialogue, facts), dialogue, facts), factsAt(at, onDuty));
  }
  return watched;
}
