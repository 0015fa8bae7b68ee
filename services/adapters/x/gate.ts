import { type Duration, DAY, SECOND } from '../../domain/instant.ts';
import { type Allowance, WINDOW } from './documented-limits.ts';
import { type Counted, type ToldWindow } from './rate-limit.ts';

/** X's seconds are whole ones. */
const MARGIN: Duration = SECOND;

interface Told {
  readonly reset: number;
  readonly until: Duration;
  /** Less what is under way: whether X counted that already is not known. */
  remaining: number;
}

/**
 * Counts the requests to one endpoint, as X does, so that none is made that X would refuse. All moments are milliseconds on a clock
 * that only runs (`performance.now()`), for the time of day may jump.
 */
export interface Gate {
  /** From when on a request may be made; `now` or before: at once. */
  opensAt(now: Duration): Duration;
  /** A request goes out. */
  enter(now: Duration): void;
  /** Its answer is in, or will never come; `windows`: what it says of those that this gate counts. */
  leave(windows: readonly ToldWindow[], now: Duration): void;
  /** X asked for patience. */
  hold(until: Duration): void;
}

export function createGate(allowances: readonly Allowance[]): Gate {
  const told = new Map<Counted, Told>();
  const longest = Math.max(0, ...allowances.map(({ per }) => per));
  let sent: Duration[] = [];
  let underWay = 0;
  let heldUntil: Duration = -Infinity;

  /** By our own count: any stretch of `per` holds no more than `most`, wherever X's window begins. */
  function counted({ most, per }: Allowance, now: Duration): Duration {
    const quarter = per === WINDOW ? told.get('x-rate-limit') : undefined;
    // X's own word goes before our count; a window of X that has ended no longer counts.
    if (quarter !== undefined && quarter.until > now) return now;
    const from = Math.max(now - per, quarter?.until ?? -Infinity);
    const inside = sent.filter((moment) => moment > from);
    return inside.length < most ? now : (inside[inside.length - most] ?? now) + per + MARGIN;
  }

  return {
    opensAt(now) {
      const usedUp = [...told.values()].filter(({ until, remaining }) => until > now && remaining <= 0);
      return Math.max(heldUntil, ...usedUp.map(({ until }) => until), ...allowances.map((one) => counted(one, now)));
    },
    enter(now) {
      underWay += 1;
      sent = [...sent.filter((moment) => moment > now - longest), now];
      for (const window of told.values()) window.remaining -= 1;
    },
    leave(windows, now) {
      underWay -= 1;
      for (const { name, remaining, reset, wait } of windows) {
        const known = told.get(name);
        // Answers may come in another order than they were given.
        if (Number.isNaN(remaining) || (known !== undefined && reset < known.reset)) continue;
        const until = now + Math.min(Math.max(wait, 0), DAY) + MARGIN;
        const left = remaining - underWay;
        if (known?.reset !== reset) told.set(name, { reset, until, remaining: left });
        else known.remaining = Math.min(known.remaining, left);
      }
    },
    hold(until) {
      heldUntil = Math.max(heldUntil, until);
    },
  };
}
