/** A moment: milliseconds since 1970-01-01T00:00Z. Text and time zones are the cards' business. */
export type Instant = number;

/** A length of time in milliseconds. */
export type Duration = number;

export const SECOND: Duration = 1_000;
export const MINUTE: Duration = 60 * SECOND;
export const HOUR: Duration = 60 * MINUTE;
export const DAY: Duration = 24 * HOUR;

/** A stretch of time, `from` included, `until` excluded. */
export interface Interval {
  readonly from: Instant;
  readonly until: Instant;
}
