import { type Instant } from '../services/domain/instant.ts';
import { Fault } from '../services/ports/fault.ts';
import { type Limit, Pace, TEAMS_LIMITS } from './pace.ts';

/** More conversations than this are not kept in mind; a forgotten one begins with an empty bucket. */
const MOST = 500;

/** Teams counts per conversation: each has a pace of its own. */
export class Paces {
  private readonly known = new Map<string, Pace>();
  private readonly now: () => Instant;
  private readonly limits: readonly Limit[];

  constructor(now: () => Instant, limits: readonly Limit[] = TEAMS_LIMITS) {
    this.now = now;
    this.limits = limits;
  }

  /** Does it when its turn has come in this conversation. Asked for patience, the whole conversation has it. */
  async take<T>(conversation: string, send: () => Promise<T>): Promise<T> {
    const pace = this.of(conversation);
    await pace.turn();
    try {
      return await send();
    } catch (fault) {
      if (fault instanceof Fault && fault.retryAfter !== null) pace.pause(fault.retryAfter);
      throw fault;
    }
  }

  private of(conversation: string): Pace {
    const pace = this.known.get(conversation) ?? new Pace(this.now, this.limits);
    this.known.delete(conversation);
    this.known.set(conversation, pace);
    const [oldest] = this.known.keys();
    if (this.known.size > MOST && oldest !== undefined) this.known.delete(oldest);
    return pace;
  }
}
