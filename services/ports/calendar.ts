import { type Instant, type Interval } from '../domain/instant.ts';
import { type Period } from '../domain/figures/period.ts';
import { type Shifts } from '../domain/roster/duty.ts';

/** Opening hours and the fixed roster on the clock: time zone, summer time, holidays and closed days are known only here. */
export interface Calendar {
  /** The opening hours that touch `[from, until)`, in order, clipped to it. */
  openHours(from: Instant, until: Instant): readonly Interval[];
  /** What the clock of the town hall shows, in minutes after midnight. */
  clockTime(at: Instant): number;
  /** What the clock and the calendar on the wall show: `yyyy-mm-dd`, and the hour from 0 to 23. */
  localTime(at: Instant): { readonly day: string; readonly hour: number };
  /** The shifts of the fixed week that touch `[from, until)`; who is on duty is decided upon them, with the changes in the team's state. */
  readonly shifts: Shifts;
  /** The moment of a local day `yyyy-mm-dd` and clock time `hh:mm`; null for what is no day or time. */
  localMoment(day: string, time: string): Instant | null;
  /**
   * The moment that a typed text begins with ("morgen 10:00", "vr 14:00", "27-11 09:30"), in Dutch or English, and the rest
   * of the text; null when it begins with none. It may lie in the past.
   */
  momentIn(text: string, now: Instant): { readonly at: Instant; readonly rest: string } | null;
  /**
   * The period that a typed text names, in Dutch or English: "vorige week", "oktober", "2026-W47", "2026-Q3",
   * "2026-10-01..2026-11-15"; nothing is this week. null: it names none. It may lie in the future.
   */
  periodIn(text: string, now: Instant): Period | null;
}
