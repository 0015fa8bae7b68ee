import { type Dialogue } from '../dialogue/dialogue.ts';
import { type Duration, type Instant } from '../instant.ts';
import { type Rate } from './storm.ts';

/**
 * How many dialogues of these began in the last `per`, counted from when the citizen posted: what was read late, after a
 * night or a restart, is no storm. Own posts are none either.
 */
export function rateOf(dialogues: readonly Dialogue[], practice: boolean, at: Instant, per: Duration): Rate {
  const fresh = dialogues.filter(({ own, mode, posts }) => {
    const first = posts[0];
    return !own && (mode === 'practice') === practice && first !== undefined && first.at > at - per && first.at <= at;
  });
  return { count: fresh.length, topic: mostNamed(fresh) };
}

/** Of two that are named as often, the one that came first. */
function mostNamed(dialogues: readonly Dialogue[]): string | null {
  const counts = new Map<string, number>();
  for (const { topic } of dialogues) if (topic !== null) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? null;
}
