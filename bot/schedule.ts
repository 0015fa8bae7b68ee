import { nextWake } from '../services/domain/dialogue/wake.ts';
import { DAY, type Duration, HOUR, MINUTE, SECOND } from '../services/domain/instant.ts';
import { closeLedger } from '../services/flows/close-ledger.ts';
import { compareWithNetwork } from '../services/flows/compare-with-network.ts';
import { DAY_CARD_LEASE } from '../services/flows/keep-day-card.ts';
import { endShifts, SHIFTS_LEASE } from '../services/flows/end-shifts.ts';
import { type StormWatch } from '../services/flows/busy/storm-watch.ts';
import { recheckLease, recheckPosts } from '../services/flows/recheck-posts.ts';
import { FIGURES_LEASE, rollUpFigures } from '../services/flows/roll-up-figures.ts';
import { type SettleQueue } from '../services/flows/settle-queue.ts';
import { type SourceNotes } from '../services/flows/source-notes.ts';
import { takeInPosts } from '../services/flows/take-in-posts.ts';
import { watchSpending } from '../services/flows/watch-spending.ts';
import { watchNetworks } from '../services/flows/watch-networks.ts';
import { factsNow, type World } from '../services/flows/world.ts';
import { tendTeam } from '../services/flows/tend-team.ts';
import { type Meter } from '../services/ports/ledger.ts';
import { type Network, type Source } from '../services/ports/network.ts';
import { type Rhythm } from './rhythm.ts';
import { type Status } from './status.ts';

/** How often the due rows are read: the bot's whole clock. */
const TICK: Duration = SECOND;
const SWEEPER = 'sweeper';
const SWEEPER_LEASE: Duration = 10 * SECOND;
const REPAIR = 'repair';
/** For one round; it is looked at as often as this whether a day has passed. */
const REPAIR_LEASE: Duration = HOUR;

/** How often the team's own state is read: so old is what this instance knows of what others did. */
const TEAM_EVERY: Duration = 2 * SECOND;

/** How often it is looked at what was spent. */
const MONEY_EVERY: Duration = 5 * MINUTE;

/** How often it is looked at whether it is time to compare with a network: that is once a day, in its last 20 minutes. */
const COMPARE_EVERY: Duration = 5 * MINUTE;

/** How often it is looked at whether it is time to look stored posts up again: that is once a night. */
const RECHECK_EVERY: Duration = 10 * MINUTE;

export interface ScheduleParts {
  readonly queue: SettleQueue;
  readonly status: Status;
  readonly rhythm: Rhythm;
  readonly meter: Meter;
  readonly notes: SourceNotes;
  readonly storms: StormWatch;
  /** One turn of the day card, which says when the next is; null: there is none. */
  readonly dayCard: (() => Promise<Duration>) | null;
}

/** The work that nobody clicks for: reading the networks, the clock of the dialogues, the money, the nightly repair. */
export class Schedule {
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();
  private readonly world: World;
  private readonly parts: ScheduleParts;
  private stopped = false;

  constructor(world: World, parts: ScheduleParts) {
    this.world = world;
    this.parts = parts;
  }

  start(): void {
    this.every(TICK, 'sweep', () => this.sweep());
    this.every(TICK, 'storms', () => this.parts.storms.tick(this.world));
    this.every(TEAM_EVERY, 'team', () => tendTeam(this.world));
    for (const network of this.world.networks.values()) {
      for (const source of network.sources())
        this.again(
          source.name,
          () => this.read(network, source),
          async () => (await this.parts.rhythm.next(network, source, this.world.clock.now())).wait,
        );
    }
    const { dayCard } = this.parts;
    if (dayCard !== null) this.everyGiven(DAY_CARD_LEASE, dayCard);
    this.every(MONEY_EVERY, 'money', () => this.money());
    this.every(MINUTE, SHIFTS_LEASE, () => endShifts(this.world));
    this.every(MINUTE, 'networks', () => watchNetworks(this.world, this.parts.notes));
    this.every(HOUR, REPAIR, () => this.repair());
    this.every(HOUR, FIGURES_LEASE, () => rollUpFigures(this.world));
    for (const network of this.world.networks.values())
      this.every(COMPARE_EVERY, `compare ${network.name}`, () => compareWithNetwork(this.world, network));
    for (const network of this.world.networks.values()) {
      const period = Math.min(RECHECK_EVERY, this.world.recheckEvery ?? RECHECK_EVERY);
      this.every(period, recheckLease(network), async () => {
        await recheckPosts(this.world, network);
      });
    }
  }

  /** Starts nothing more, and waits for what runs. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    await Promise.all(this.running);
  }

  /** Reads a source, unless spending holds it back. */
  private async read(network: Network, source: Source): Promise<void> {
    const { clock, log } = this.world;
    const { heldBack } = await this.parts.rhythm.next(network, source, clock.now());
    this.parts.status.holdBack(source.name, heldBack);
    const read = heldBack
      ? null
      : await this.parts.notes.watched(network, source, () => takeInPosts(this.world, network, source));
    if (heldBack) await this.parts.notes.note(network, source, { outcome: 'heldBack' });
    if (read === null) return;
    this.parts.rhythm.read(network, source, read, clock.now());
    this.parts.status.read(source.name, clock.now(), read.problems);
    for (const problem of read.problems) log.warn('something could not be read', { source: source.name, problem });
  }

  private async sweep(): Promise<void> {
    this.world.metrics.level('effects.waiting', this.parts.queue.waiting);
    const lease = await this.world.leases.acquire(SWEEPER, this.world.instance, SWEEPER_LEASE);
    if (lease !== null) await this.parts.queue.tick();
  }

  private async money(): Promise<void> {
    // What could not be written before, in case nothing was charged since.
    await this.parts.meter.written();
    for (const network of this.world.networks.keys()) {
      await watchSpending(this.world, network);
      await closeLedger(this.world, network);
    }
  }

  /** Once a day, by whoever holds the lease; it keeps the moment of the last time. */
  private async repair(): Promise<void> {
    const lease = await this.world.leases.acquire(REPAIR, this.world.instance, REPAIR_LEASE);
    if (lease === null || this.world.clock.now() - Number(lease.value || 0) < DAY) return;
    const facts = factsNow(this.world);
    const { heads, repaired } = await this.world.store.repair((dialogue) => nextWake(dialogue, facts));
    await this.world.leases.save(lease, String(this.world.clock.now()));
    this.world.log.info('index rows were checked against the dialogues', { heads, repaired });
  }

  /** Runs a job at once and then once a period. */
  private every(period: Duration, name: string, job: () => Promise<void>): void {
    let started = 0;
    const begin = (): Promise<void> => {
      started = performance.now();
      return job();
    };
    this.again(name, begin, () => Promise.resolve(period - (performance.now() - started)));
  }

  /** Runs a job at once, and again after as long as it says. */
  private everyGiven(name: string, job: () => Promise<Duration>): void {
    let pause = MINUTE;
    const turn = async (): Promise<void> => {
      pause = await job();
    };
    this.again(name, turn, () => Promise.resolve(pause));
  }

  /** Runs a job at once, and again each time when its pause is over, never twice at the same time; a failure waits for the next turn. */
  private again(name: string, job: () => Promise<void>, pause: () => Promise<Duration>): void {
    const turn = (): void => {
      const run = this.attempt(name, job)
        .then(() => this.attempt(name, pause))
        .then((wait) => {
          this.running.delete(run);
          if (!this.stopped) this.timers.set(name, setTimeout(turn, Math.max(0, wait ?? MINUTE)));
        });
      this.running.add(run);
    };
    turn();
  }

  /** null: it failed, and that was told. */
  private async attempt<T>(name: string, work: () => Promise<T>): Promise<T | null> {
    try {
      return await this.world.trace.within('job', { operation: this.world.unique() }, work);
    } catch (fault) {
      this.parts.status.failed(name, fault instanceof Error ? fault.message : 'unknown trouble');
      this.world.log.warn('a job failed and is tried again', { job: name, fault });
      return null;
    }
  }
}
