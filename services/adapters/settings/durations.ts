import { DAY, HOUR, MINUTE, SECOND, type Duration } from '../../domain/instant.ts';

/** The units of a length of time in `webcare.yml`; a year is 365 days. */
const UNITS: Readonly<Record<string, Duration>> = { s: SECOND, m: MINUTE, h: HOUR, d: DAY, y: 365 * DAY };

/** `15s`, `20m`, `4h`, `3d`, `1y` in ms; null when the text is none of these. Whole numbers, from 0. */
export function parseDuration(text: string): Duration | null {
  const [, count, unit] = /^(\d{1,6})([smhdy])$/.exec(text) ?? [];
  const size = UNITS[unit ?? ''];
  return count === undefined || size === undefined ? null : Number(count) * size;
}

/** `3d` as a number of whole days; null when the text is no whole number of days, at least 1. */
export function parseDays(text: string): number | null {
  const duration = parseDuration(text);
  return duration === null || duration < DAY || duration % DAY !== 0 ? null : duration / DAY;
}
