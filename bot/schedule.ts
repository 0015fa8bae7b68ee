import { DAY, type Duration, HOUR, MINUTE, SECOND } from '../services/domain/instant.ts';
import { closeLedger, ledgerLease } from '../services/flows/close-ledger.ts';
import { type SettleQueue } from '../services/flows/settle-queue.ts';
import { pollLease, takeInPosts } from '../services/flows/take-in-posts.ts';
import { spendingLease, watchSpending } from '../services/flows/watch-spending.ts';
import { type World } from '../services/flows/world.ts';
import { type Meter } from '../services/ports/ledger.ts';
import { type Status } from './status.ts';

/** How often the due rows are read: the bot's whole clock. */
const TICK: Duration = SECOND;
const SWEEPER = 'sweeper';
const SWEEPER_LEASE: Duration = 10 * SECOND;
const REPAIR = 'repair';
/** For one round; it is looked at as often as this whether a day has passed. */
const REPAIR_LEASE: Duration = HOUR;

/** How often it is looked at what was spent. */
const MONEY_EVERY: Duration = 5 * MINUTE;

/** The work that nobody clicks for: reading the networks, the clock of the dialogues, the money, the nightly repair. */
export class Schedule {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Set<Promise<void>>();
  private readonly pausedUntil = new Map<string, number>();
  private readonly world: World;
  private readonly queue: SettleQueue;
  private readonly status: Status;
  private readonly pollEvery: Duration;
  private readonly meter: Meter;
  private stopped = false;

  constructor(world: World, queue: SettleQueue, status: Status, pollEvery: Duration, meter: Meter) {
    this.world = world;
    this.queue = queue;
    this.status = status;
    this.pollEvery = pollEvery;
    this.meter = meter;
  }

  start(): void {
    this.every(TICK, 'sweep', () => this.sweep());
    for (const network of this.world.networks.values()) {
      for (const source of network.sources()) {
        this.every(this.pollEvery, source.name, async () => {
          if (this.world.clock.now() < (this.pausedUntil.get(source.name) ?? 0)) return;
          const read = await takeInPosts(this.world, network, source);
          if (read === null) return;
          this.status.read(source.name, this.world.clock.now(), read.problems);
          for (const problem of read.problems)
            this.world.log.warn('something could not be read', { source: source.name, problem });
          if (read.waitUntil !== null) this.pausedUntil.set(source.name, read.waitUntil);
        });
      }
    }
    this.every(MONEY_EVERY, 'money', () => this.money());
    this.every(HOUR, REPAIR, () => this.repair());
  }

  /** Starts nothing more, waits for what runs, and gives the leases up: who starts next goes on at once. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all(this.running);
    const polls = [...this.world.networks.values()].flatMap((network) =>
      network.sources().map((source) => pollLease(network, source)),
    );
    const money = [...this.world.networks.keys()].flatMap((name) => [spendingLease(name), ledgerLease(name)]);
    await Promise.all([SWEEPER, REPAIR, ...polls, ...money].map((name) => this.giveUp(name)));
  }

  private async giveUp(name: string): Promise<void> {
    const { leases, instance, log } = this.world;
    try {
      const lease = await leases.acquire(name, instance, SECOND);
      if (lease !== null) await leases.release(lease);
    } catch (fault) {
      log.warn('a lease was not given up: it ends by itself', { lease: name, fault });
    }
  }

  private async sweep(): Promise<void> {
    const lease = await this.world.leases.acquire(SWEEPER, this.world.instance, SWEEPER_LEASE);
    if (lease !== null) await this.queue.tick();
  }

  private async money(): Promise<void> {
    // What could not be written before, in case nothing was charged since.
    await this.meter.written();
    for (const network of this.world.networks.keys()) {
      await watchSpending(this.world, network);
      await closeLedger(this.world, network);
    }
  }

  /** Once a day, by whoever holds the lease; it keeps the moment of the last time. */
  private async repair(): Promise<void> {
    const lease = await this.world.leases.acquire(REPAIR, this.world.instance, REPAIR_LEASE);
    if (lease === null || this.world.clock.now() - Number(lease.value || 0) < DAY) return;
    const { heads, repaired } = await this.world.store.repair();
    await this.world.leases.save(lease, String(this.world.clock.now()));
    this.world.log.info('index rows were checked against the dialogues', { heads, repaired });
  }

  /** Runs a job at once and then again and again, never twice at the same time; a failure waits for the next turn. */
  private every(period: Duration, name: string, job: () => Promise<void>): void {
    let busy = false;
    const turn = (): void => {
      if (busy || this.stopped) return;
      busy = true;
      const run = job()
        .catch((fault: unknown) => {
          this.status.failed(name, fault instanceof Error ? fault.message : 'unknown trouble');
          this.world.log.warn('a job failed and is tried again', { job: name, fault });
        })
        .finally(() => {
          busy = false;
          this.running.delete(run);
        });
      this.running.add(run);
    };
    this.timers.push(setInterval(turn, period));
    turn();
  }
}
