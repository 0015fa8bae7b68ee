import { type Counts, Tally } from './counts.ts';
import { type DayCounts } from './period-figures.ts';
import { type Day } from './shares.ts';

/** What one dialogue adds to one day. `scope`: see `scopeKey`. */
export interface DayShare {
  readonly day: Day;
  readonly scope: string;
  readonly counts: Counts;
}

/** Adds up what dialogues add, by day and scope, one after the other. */
export class DayTally {
  private readonly all = new Map<Day, Map<string, Tally>>();

  add({ day, scope, counts }: DayShare): void {
    const scopes = this.all.get(day) ?? new Map<string, Tally>();
    const tally = scopes.get(scope) ?? new Tally();
    tally.addAll(counts);
    this.all.set(day, scopes.set(scope, tally));
  }

  /** Earliest first. */
  get days(): readonly DayCounts[] {
    return [...this.all]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([day, scopes]) => ({
        day,
        scopes: Object.fromEntries([...scopes].map(([scope, tally]) => [scope, tally.counts])),
      }));
  }
}
