import { DAY, type Instant } from '../services/domain/instant.ts';
import { type Words } from './words.ts';

/** A promised moment as a citizen reads it: "vandaag vóór 16:00 uur", "morgen vóór 12:00 uur", "vrijdag 27 november vóór 12:00 uur". */
export function promisedInWords(at: Instant, now: Instant, words: Words): string {
  const days = (Date.parse(words.dateField(at)) - Date.parse(words.dateField(now))) / DAY;
  const values = { time: words.time(at), day: words.fullDay(at) };
  if (days === 0) return words.say('promised.today', values);
  return words.say(days === 1 ? 'promised.tomorrow' : 'promised.otherDay', values);
}
