import { type Duration, type Instant } from '../../../services/domain/instant.ts';

/** Does its work and says how long until the next time; null: never again. */
export type Turn = () => Promise<Duration | null>;

/** All that is to happen, on a clock that jumps from one to the next. What is on the same moment goes in the order in which it was put down. */
export class Agenda {
  private readonly clock: { at: Instant };
  private readonly waiting = new Map<string, { at: Instant; readonly turn: Turn }>();

  constructor(clock: { at: Instant }) {
    this.clock = clock;
  }

  /** One of each name: what was planned under it before is dropped. */
  plan(name: string, at: Instant, turn: Turn): void {
    this.waiting.set(name, { at, turn });
  }

  drop(name: string): void {
    this.waiting.delete(name);
  }

  async live(until: Instant): Promise<void> {
    for (;;) {
      let first: string | null = null;
      for (const [name, { at }] of this.waiting) if (first === null || at < this.waiting.get(first)!.at) first = name;
      const next = first === null ? undefined : this.waiting.get(first);
      if (first === null || next === undefined || next.at >= until) break;
      this.clock.at = Math.max(this.clock.at, next.at);
      const pause = await next.turn();
      if (this.waiting.get(first) !== next) continue;
      if (pause === null) this.waiting.delete(first);
      else next.at = this.clock.at + pause;
    }
    this.clock.at = until;
  }
}
