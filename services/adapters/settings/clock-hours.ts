import { type DayHours } from '../../domain/work-instruction/instruction.ts';

/** `08:30-17:00` in minutes after midnight; null when it is no such text or does not end after it begins. */
export function parseHours(text: string): DayHours | null {
  const [, from, until] = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(text) ?? [];
  const start = minutesOf(from ?? '');
  const end = minutesOf(until ?? '');
  return start === null || end === null || start >= end ? null : { from: start, until: end };
}

/** The text that `parseHours` reads. */
export function hoursText({ from, until }: DayHours): string {
  return `${clockText(from)}-${clockText(until)}`;
}

function minutesOf(clock: string): number | null {
  const [, hour, minute] = /^(\d\d):([0-5]\d)$/.exec(clock) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  // NaN, of a text that is no clock time, fails this comparison too.
  return minutes <= 24 * 60 ? minutes : null;
}

function clockText(minutes: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
