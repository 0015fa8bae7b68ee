import { type Duration, type Instant, MINUTE, SECOND } from '../../domain/instant.ts';
import { type World } from '../world.ts';
import { measureRate } from './measure-rate.ts';
import { tendStorm } from './tend-storm.ts';

/** So long is waited for each message of the last turn: storms take at most half of the 1,800 an hour that Teams takes. */
export const STORM_PACE: Duration = 4 * SECOND;
/** A storm in which nothing happened here is looked at all the same, for another instance may have died. */
const AT_LEAST_EVERY: Duration = MINUTE;

/** How often it is looked at how fast new dialogues come. */
const MEASURED_EVERY: Duration = 20 * SECOND;

/**
 * Sees storms come and go, and keeps what stands in the channel about them up to date: soon after something happened, and
 * now and then anyway.
 */
export class StormWatch {
  private readonly touched = new Set<string>();
  /** Storm → when it was looked at, and before when it is not looked at again. */
  private readonly turns = new Map<string, { readonly at: Instant; readonly next: Instant }>();
  private measured: Instant = -Infinity;
  private readonly each: Duration;

  constructor(each: Duration = STORM_PACE) {
    this.each = each;
  }

  /** Something happened in it; `atOnce`: somebody clicked, and what that asks for does not wait its turn. */
  touch(storm: string, atOnce = false): void {
    this.touched.add(storm);
    if (atOnce) this.turns.delete(storm);
  }

  /** One turn, by the schedule. A storm that fails waits for the next turn, and keeps no other one back. */
  async tick(world: World): Promise<void> {
    const faults: unknown[] = [];
    await this.measure(world).catch((fault: unknown) => faults.push(fault));
    for (const storm of world.team().storms) {
      const now = world.clock.now();
      const { at, next } = this.turns.get(storm.id) ?? { at: -Infinity, next: -Infinity };
      if (now < next || (!this.touched.has(storm.id) && now - at < AT_LEAST_EVERY)) continue;
      // What happens from here on is another reason to look.
      this.touched.delete(storm.id);
      try {
        const sent = await tendStorm(world, storm);
        if (sent === null) this.touched.add(storm.id);
        else this.turns.set(storm.id, { at: now, next: now + Math.max(1, sent) * this.each });
      } catch (fault) {
        this.touched.add(storm.id);
        this.turns.set(storm.id, { at: now, next: now + this.each });
        faults.push(fault);
      }
    }
    if (faults.length > 0) throw faults[0];
  }

  private async measure(world: World): Promise<void> {
    const now = world.clock.now();
    if (now - this.measured < MEASURED_EVERY) return;
    this.measured = now;
    await measureRate(world);
  }
}
