import { type Duration, type Instant, MINUTE, SECOND } from '../services/domain/instant.ts';
import { untilNextRead } from '../services/domain/poll-pace.ts';
import { type NetworkName } from '../services/domain/post.ts';
import { type SearchPace } from '../services/domain/spending.ts';
import { type TakenIn } from '../services/flows/take-in-posts.ts';
import { type Calendar } from '../services/ports/calendar.ts';
import { type Clock } from '../services/ports/clock.ts';
import { type Network, type Source } from '../services/ports/network.ts';

/** What spending holds back is looked at again after this: a ceiling can be raised, a month ends. */
const HELD_BACK: Duration = 10 * MINUTE;

export interface RhythmParts {
  readonly calendar: Calendar;
  /** The same pause between all reads of every source; null: it goes by the hour and by what happens. */
  readonly fixed: Duration | null;
  searchPace(network: NetworkName): Promise<SearchPace>;
}

/** When each source is to be read again. Remembers what happened lately; after a restart it begins anew. */
export class Rhythm {
  private readonly parts: RhythmParts;
  private readonly activeAt = new Map<string, Instant>();
  private readonly pausedUntil = new Map<string, Instant>();

  constructor(parts: RhythmParts) {
    this.parts = parts;
  }

  /** A source was read. */
  read(network: Network, source: Source, { fresh, waitUntil }: TakenIn, at: Instant): void {
    if (fresh > 0) this.activeAt.set(nameOf(network.name, source), at);
    if (waitUntil !== null) this.pausedUntil.set(nameOf(network.name, source), waitUntil);
  }

  /** The same network; when it places a reply, its sources are lively, for an answer may come soon. */
  watching(network: Network, clock: Clock): Network {
    return {
      ...network,
      place: async (reply) => {
        const outcome = await network.place(reply);
        if (outcome.outcome === 'placed') this.activeAt.set(network.name, clock.now());
        return outcome;
      },
    };
  }

  /** How long until the source is to be read; `heldBack`: not then either, it is only looked whether spending allows it again. */
  async next(network: Network, source: Source, at: Instant): Promise<{ wait: Duration; heldBack: boolean }> {
    const { calendar, fixed } = this.parts;
    const name = nameOf(network.name, source);
    const activeAt = Math.max(this.activeAt.get(name) ?? -Infinity, this.activeAt.get(network.name) ?? -Infinity);
    const pace = untilNextRead(source.kind, {
      at,
      activeAt: activeAt === -Infinity ? null : activeAt,
      searchPace: source.kind === 'unasked' ? await this.parts.searchPace(network.name) : 'normal',
      openHours: (from, until) => calendar.openHours(from, until),
      clockTime: (moment) => calendar.clockTime(moment),
    });
    if (pace === null) return { wait: HELD_BACK, heldBack: true };
    const paused = (this.pausedUntil.get(name) ?? at) - at;
    return { wait: Math.max(fixed ?? pace, paused, SECOND), heldBack: false };
  }
}

function nameOf(network: string, { name }: Source): string {
  return `${network} ${name}`;
}
