import { type Instant } from '../instant.ts';
import { TIME_RULES } from './by-time/time-rules.ts';
import { earliest } from './by-time/when-open.ts';
import { type Dialogue } from './dialogue.ts';
import { type Facts } from './facts.ts';

/**
 * The next moment at which this dialogue needs the bot without anybody clicking; null for never. What must happen then
 * follows from the state, so a lost message loses nothing.
 */
export function nextWake(dialogue: Dialogue, facts: Facts): Instant | null {
  return earliest(TIME_RULES.map((rule) => rule.next(dialogue, facts)));
}
