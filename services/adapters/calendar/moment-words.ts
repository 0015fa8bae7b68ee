import { HOUR, type Instant, MINUTE } from '../../domain/instant.ts';
import { dayIn } from './day-words.ts';
import { localDay } from './local-day.ts';
import { type DateTime } from 'luxon';

/** A moment that was typed, and what stood behind it. */
export interface TypedMoment {
  readonly at: Instant;
  readonly rest: string;
}

const TIME = /^(?:om |at )?(?:(\d{1,2})[:.](\d{2})(?: ?(?:u|uur|h))?|(\d{1,2}) ?(?:u|uur))(?![\w:.-])/;
const FROM_NOW = /^(?:over|in) (\d{1,3}) (min(?:uten|uut|utes|ute)?|uur|uren|hours?)\b/;

/**
 * The moment that a text begins with, in Dutch or English: "morgen 10:00", "vr 14:00", "27-11 09:30", "3 dec", "16:00",
 * "over 2 uur". A weekday is the next one, today included as long as that time is still to come; a day without a time is
 * when it opens. null: it begins with no moment. `opening`: when a day opens; null on a closed day.
 */
export function momentIn(
  text: string,
  now: Instant,
  zone: string,
  opening: (day: DateTime) => Instant | null,
): TypedMoment | null {
  const typed = text.trim().replace(/\s+/g, ' ');
  const low = typed.toLowerCase();
  const soon = FROM_NOW.exec(low);
  if (soon !== null) {
    const unit = soon[2]?.startsWith('m') ? MINUTE : HOUR;
    return { at: now + Number(soon[1]) * unit, rest: typed.slice(soon[0].length).trim() };
  }
  const today = localDay(now, zone);
  const named = dayIn(low, today);
  const from = named?.length ?? 0;
  const clock = timeIn(low.slice(from).trimStart());
  if (named === null && clock === null) return null;
  const skipped = low.length - low.slice(from).trimStart().length;
  const rest = typed.slice(skipped + (clock?.length ?? 0)).trim();
  const day = named?.day ?? today;
  const at = momentOn(day, clock, opening);
  if (at === null) return null;
  const weekday = named !== null && /^\p{L}/u.test(low) && !/^(?:vandaag|today)/.test(low);
  return { at: weekday && at <= now ? (momentOn(day.plus({ weeks: 1 }), clock, opening) ?? at) : at, rest };
}

function momentOn(
  day: DateTime,
  clock: { readonly hour: number; readonly minute: number } | null,
  opening: (day: DateTime) => Instant | null,
): Instant | null {
  if (clock === null) return opening(day) ?? day.toMillis();
  const at = day.set({ hour: clock.hour, minute: clock.minute });
  return at.isValid ? at.toMillis() : null;
}

function timeIn(text: string): { readonly hour: number; readonly minute: number; readonly length: number } | null {
  const found = TIME.exec(text);
  if (found === null) return null;
  const hour = Number(found[1] ?? found[3]);
  const minute = Number(found[2] ?? 0);
  return hour > 23 || minute > 59 ? null : { hour, minute, length: found[0].length };
}
