import { SECOND } from '../domain/instant.ts';
import {
  afterTurn,
  isWorthKeeping,
  newerHealth,
  type OwnPosted,
  type SourceHealth,
  type SourceTurn,
} from '../domain/overview/source-health.ts';
import { Fault } from '../ports/fault.ts';
import { type Network, type Source } from '../ports/network.ts';
import { type TakenIn } from './take-in-posts.ts';
import { type World } from './world.ts';

const LEASE_TIME = 10 * SECOND;

/**
 * How each source is doing, as far as this instance and the others know. Who reads a source notes every turn in memory and
 * what others must know in the tables: three calls at a change, and else each five minutes.
 */
export class SourceNotes {
  private readonly world: Pick<World, 'leases' | 'instance' | 'clock' | 'networks'>;
  private readonly here = new Map<string, SourceHealth>();
  private readonly kept = new Map<string, SourceHealth>();

  constructor(world: Pick<World, 'leases' | 'instance' | 'clock' | 'networks'>) {
    this.world = world;
  }

  /** A turn of reading: what came of it is noted, and thrown on where it failed. */
  async watched(network: Network, source: Source, turn: () => Promise<TakenIn | null>): Promise<TakenIn | null> {
    try {
      const read = await turn();
      if (read !== null) await this.note(network, source, { outcome: 'read', fresh: read.fresh, own: ownPosted(read) });
      return read;
    } catch (fault) {
      const trouble = fault instanceof Error ? fault.message : String(fault);
      const culprit = fault instanceof Fault ? fault.source : 'unknown';
      const refused = fault instanceof Fault && fault.refused;
      await this.note(network, source, { outcome: 'failed', trouble, culprit, refused });
      throw fault;
    }
  }

  async note(network: Network, source: Source, turn: SourceTurn): Promise<void> {
    const name = noteName(network, source);
    const before = this.here.get(name) ?? (await this.fromTables(name)) ?? newHealth(network, source);
    const after = afterTurn(before, turn, this.world.clock.now());
    this.here.set(name, after);
    if (!isWorthKeeping(this.kept.get(name) ?? null, after)) return;
    const lease = await this.world.leases.acquire(name, this.world.instance, LEASE_TIME);
    if (lease !== null && (await this.world.leases.save(lease, JSON.stringify(after)))) this.kept.set(name, after);
  }

  /** Every source there is: one read for each. */
  async all(): Promise<readonly SourceHealth[]> {
    const pairs = [...this.world.networks.values()].flatMap((network) =>
      network.sources().map((source) => ({ network, source })),
    );
    return Promise.all(
      pairs.map(async ({ network, source }) => {
        const name = noteName(network, source);
        const stored = await this.fromTables(name);
        return newerHealth(this.here.get(name) ?? stored ?? newHealth(network, source), stored);
      }),
    );
  }

  private async fromTables(name: string): Promise<SourceHealth | null> {
    const value = await this.world.leases.peek(name);
    return value === null || value === '' ? null : (JSON.parse(value) as SourceHealth);
  }
}

/** As much of a post as a line of a card shows. */
function ownPosted({ own = [] }: TakenIn): readonly OwnPosted[] {
  return own.map(({ id, account, text, link, postedAt: at }) => ({ id, account, text: text.slice(0, 200), link, at }));
}

function noteName(network: Network, source: Source): string {
  return `source:${network.name}:${source.name}`;
}

function newHealth({ name: network }: Network, { name: source, kind }: Source): SourceHealth {
  return { network, source, kind, readAt: null, cameAt: null, trouble: null, heldBack: false, own: [] };
}
