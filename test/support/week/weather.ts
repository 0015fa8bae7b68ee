import { DAY, HOUR, type Instant, MINUTE } from '../../../services/domain/instant.ts';
import { type FaultKind } from '../x-server/faults.ts';
import { type XServer } from '../x-server/x-server.ts';
import { type Agenda } from './agenda.ts';
import { type Random } from './random.ts';

const READS = [
  'GET /2/users/:id/mentions',
  'GET /2/users/:id/tweets',
  'GET /2/tweets/search/recent',
  'GET /2/dm_events',
  'GET /2/users/me',
];
const BROKEN: readonly FaultKind[] = [
  'cut-before',
  'cut-after',
  'cut-mid',
  'truncated',
  'html',
  '500',
  '503',
  '504',
  '402',
  '403',
];
const LOST: readonly FaultKind[] = ['cut-before', 'cut-after', 'cut-mid', 'truncated', 'slow', '503', '429'];

/** What goes wrong on X's side in a week. */
export class Weather {
  private readonly x: XServer;
  private readonly random: Random;
  /** How many replies went out into what, for the figures. */
  readonly lost: Partial<Record<FaultKind, number>> = {};
  readonly outages: string[] = [];

  constructor(x: XServer, random: Random) {
    this.x = x;
    this.random = random;
  }

  /**
   * Every day an hour or more in which X does nothing, and all along requests that break. The long ones are over before the
   * last hour of the UTC day, in which what came in is compared: that is a second reading when it is late.
   */
  plan(agenda: Agenda, from: Instant, days: number): void {
    for (let day = 0; day < days; day += 1) {
      const at = from + day * DAY + this.random.between(6 * 60, 18 * 60) * MINUTE;
      const minutes = this.random.between(30, 200);
      agenda.plan(`outage ${day}`, at, () => {
        const kind = this.random.pick(['503', 'cut-before', '429'] as const);
        this.outages.push(`${kind} for ${minutes} minutes`);
        this.x.fault({ match: /./, kind, times: Infinity, resetIn: 10 * 60 });
        return Promise.resolve(null);
      });
      agenda.plan(`outage ${day} ends`, at + minutes * MINUTE, () => {
        this.x.clearFaults();
        return Promise.resolve(null);
      });
    }
    agenda.plan('weather', from + HOUR, () => {
      const kind = this.random.chance(0.2) ? '429' : this.random.pick(BROKEN);
      this.x.fault({ match: this.random.pick(READS), kind, times: this.random.between(1, 3), resetIn: 5 * 60 });
      return Promise.resolve(this.random.between(10, 120) * MINUTE);
    });
  }

  /** The next reply may go out into bad weather. */
  overPlacing(): void {
    if (!this.random.chance(0.4)) return;
    const kind = this.random.pick(LOST);
    this.lost[kind] = (this.lost[kind] ?? 0) + 1;
    this.x.fault({ match: 'POST /2/tweets', kind, resetIn: this.random.between(30, 200), delayMs: 5 });
  }
}
