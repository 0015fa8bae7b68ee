import { type Duration, type Instant, HOUR, SECOND } from '../services/domain/instant.ts';
import { type Metrics, noMetrics } from '../services/ports/metrics.ts';

/** So many messages in so long a time. */
export interface Limit {
  readonly messages: number;
  readonly per: Duration;
}

/** Messages to one channel: learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit, read 2026-10-08. Edits count. */
export const TEAMS_LIMITS: readonly Limit[] = [
  { messages: 7, per: SECOND },
  { messages: 60, per: 30 * SECOND },
  { messages: 1_800, per: HOUR },
];

/**
 * Keeps a channel within Teams' limits by letting each message wait its turn. `urgent` ones (new mentions) go before the
 * rest. Whoever is refused all the same (429) tells how long, and everybody waits.
 */
export class Pace {
  private readonly sent: Instant[] = [];
  private readonly waiting: { readonly urgent: boolean; readonly go: () => void }[] = [];
  private readonly limits: readonly Limit[];
  private readonly now: () => Instant;
  private readonly metrics: Metrics;
  private pausedUntil: Instant = 0;
  private timer: NodeJS.Timeout | null = null;

  /** `metrics` hear after each message how many the widest limit still takes. */
  constructor(now: () => Instant, limits: readonly Limit[] = TEAMS_LIMITS, metrics: Metrics = noMetrics) {
    this.now = now;
    this.limits = limits;
    this.metrics = metrics;
  }

  /** Resolves when one message may be sent. */
  turn(urgent = false): Promise<void> {
    return new Promise((go) => {
      const at = urgent ? this.waiting.findIndex((one) => !one.urgent) : -1;
      this.waiting.splice(at === -1 ? this.waiting.length : at, 0, { urgent, go });
      this.pump();
    });
  }

  pause(duration: Duration): void {
    this.pausedUntil = Math.max(this.pausedUntil, this.now() + duration);
  }

  private pump(): void {
    if (this.timer !== null) return;
    while (this.waiting.length > 0) {
      const wait = this.waitTime();
      if (wait > 0) {
        this.timer = setTimeout(() => {
          this.timer = null;
          this.pump();
        }, wait);
        return;
      }
      this.sent.push(this.now());
      const widest = Math.max(0, ...this.limits.map(({ messages }) => messages));
      if (widest > 0) this.metrics.level('limit.left', widest - this.sent.length);
      this.waiting.shift()?.go();
    }
  }

  /** How long until every limit has room for one more. */
  private waitTime(): Duration {
    const now = this.now();
    const longest = Math.max(0, ...this.limits.map(({ per }) => per));
    while (this.sent[0] !== undefined && this.sent[0] <= now - longest) this.sent.shift();
    const waits = this.limits.map(({ messages, per }) => {
      const nth = this.sent.at(-messages);
      return nth === undefined ? 0 : nth + per - now;
    });
    return Math.max(0, this.pausedUntil - now, ...waits);
  }
}
