import { DAY, type Duration, HOUR, MINUTE, SECOND } from '../services/domain/instant.ts';
import { type CountedKey, type Words } from './words.ts';

const UNITS = [
  [DAY, 'duration.days'],
  [HOUR, 'duration.hours'],
  [MINUTE, 'duration.minutes'],
  [SECOND, 'duration.seconds'],
] as const satisfies readonly (readonly [Duration, CountedKey])[];

/** "4 uur", "1 uur en 30 minuten": in the two largest units that say it. */
export function durationInWords(duration: Duration, words: Words): string {
  let left = duration;
  const parts = UNITS.flatMap(([unit, key]) => {
    const count = Math.floor(left / unit);
    left -= count * unit;
    return count === 0 ? [] : [words.many(key, count)];
  });
  return words.all(parts.length === 0 ? [words.many('duration.seconds', 0)] : parts.slice(0, 2));
}
