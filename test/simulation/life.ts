import { setImmediate } from 'node:timers/promises';
import { HOUR, type Instant, MINUTE, SECOND } from '../../services/domain/instant.ts';
import { factsNow } from '../../services/flows/world.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { createMemoryAlerts } from '../support/memory/alerts.ts';
import { createMemoryChats } from '../support/memory/chats.ts';
import { createMemoryFigures } from '../support/memory/figures.ts';
import { createMemoryLedger } from '../support/memory/ledger.ts';
import { createMemoryDialogueStore } from '../support/memory/memory-dialogue-store.ts';
import { createMemoryLeases } from '../support/memory/memory-leases.ts';
import { createMemoryTeamStore } from '../support/memory/memory-team-store.ts';
import { createMemoryNetwork } from '../support/memory/network.ts';
import { createMemoryStormBoard } from '../support/memory/storm-board.ts';
import { createMemoryTeamChannel } from '../support/memory/team-channel.ts';
import { type Outside } from '../support/running-bot.ts';
import { TUESDAY_TEN } from '../support/dialogue-facts.ts';
import { type PortCall } from '../support/watched-port.ts';
import { createRandom, type Random } from '../support/week/random.ts';
import { Citizens } from './citizens.ts';
import { Laws } from './laws.ts';
import { mishapOf } from './mishaps.ts';
import { People } from './people.ts';
import { checkAtRest } from './rest-laws.ts';
import { SimulatedBot } from './simulated-bot.ts';
import { Traffic } from './traffic.ts';

/** So many bots run at once at most. */
const BOTS = 3;
/** Longer than anything that is lost takes to be found: lock, lease, look-ups on the network, abandoned due rows. */
const RECOVERY = 30 * MINUTE;
const SHORT = [20 * SECOND, 20 * SECOND, MINUTE, 3 * MINUTE] as const;
const LONG = [20 * MINUTE, HOUR, 16 * HOUR] as const;
const MOMENTS = [50, 200, SECOND, SECOND, 3 * SECOND, 10 * SECOND] as const;

/** Something that may be wrong with the bot, to see whether the laws find it. */
export type Bug = (outside: Outside) => Outside;

/**
 * A life of the bots, the team, the town and all that fails around them, one step at a time. A step is drawn from a
 * number of its own: leaving one out of the list leaves all others as they are, as far as the world still allows them.
 */
export class Life {
  readonly said: string[] = [];
  readonly laws: Laws;
  readonly traffic: Traffic;
  crashes = 0;
  /** Calls that were carried out, those of the time to recover too. */
  steps = 0;
  private readonly outside: Outside;
  private readonly people: People;
  private readonly citizens: Citizens;
  private bots: SimulatedBot[] = [];
  private born = 0;
  private readonly disturbed = new Map<string, number>();
  private readonly isTelling: boolean;

  constructor(isTelling = false, bug: Bug = (outside) => outside) {
    this.isTelling = isTelling;
    const clock = createManualClock(TUESDAY_TEN);
    const bare = createMemoryDialogueStore(clock);
    this.laws = new Laws(() => factsNow(this.observer.bot.world));
    this.outside = bug({
      clock,
      store: this.laws.watching(bare),
      teamStore: createMemoryTeamStore(),
      leases: createMemoryLeases(clock),
      ledger: createMemoryLedger(clock),
      figures: createMemoryFigures(),
      network: createMemoryNetwork(clock),
      channel: createMemoryTeamChannel(),
      alerts: createMemoryAlerts(),
      chats: createMemoryChats(),
      board: createMemoryStormBoard(),
    });
    const say = (line: string): void => {
      this.say(line);
    };
    this.traffic = new Traffic(clock, bare, say, (call) => {
      this.disturbs(call);
    });
    this.observer = new SimulatedBot(
      'observer',
      this.outside,
      ({ deed }) => deed(),
      () => undefined,
    );
    this.people = new People(this.outside, this.laws, say);
    this.citizens = new Citizens(this.outside, say);
    this.start();
    this.start();
  }

  private readonly observer: SimulatedBot;

  /** What one number makes happen. */
  async step(seed: number): Promise<void> {
    const random = createRandom(seed);
    const what = random.next();
    const bot = random.pick(this.bots);
    this.steps += 1;
    if (what < 0.72) await this.goesOn(random);
    else if (what < 0.81) this.people.act(bot, random);
    else if (what < 0.825) this.citizens.act(random);
    else if (what < 0.945) await this.passes(random.pick(MOMENTS));
    else if (what < 0.951) await this.dies(bot, random);
    else if (what < 0.958) this.start();
    else if (what < 0.961) this.sleeps(bot);
    else if (what < 0.99) this.wakeAll();
    else if (what < 0.996) await this.calm(this.now + random.pick(random.chance(0.9) ? SHORT : LONG));
    await this.quiet();
    this.laws.watchPlaced(this.outside.network.placed, this.people.byHand);
  }

  /** Nobody does anything more, nothing fails, and what must hold then is looked at. */
  async rest(): Promise<void> {
    this.wakeAll();
    const [bot] = this.bots;
    void this.people.resume(bot!).catch(() => undefined);
    await this.calm(this.now + RECOVERY);
    this.laws.watchPlaced(this.outside.network.placed, this.people.byHand);
    await checkAtRest({
      laws: this.laws,
      outside: this.outside,
      deletedByPeople: this.people.deleted,
      byHand: this.people.byHand,
      deletedPosts: this.citizens.deleted,
      disturbed: this.disturbed,
    });
  }

  private get now(): Instant {
    return this.outside.clock.now();
  }

  /** A call goes on, or a job of the schedule begins. */
  private async goesOn(random: Random): Promise<void> {
    const bot = random.pick(this.bots);
    const due = this.traffic.isAsleep(bot.name) ? [] : bot.due(this.now);
    if (due.length > 0 && (this.traffic.waiting === 0 || random.chance(0.15))) void random.pick(due).work();
    else await this.traffic.step(random, mishapOf);
  }

  private async passes(by: number): Promise<void> {
    const until = Math.min(this.now + by, this.traffic.latest);
    if (until > this.now) this.outside.clock.advance(until - this.now);
    else await this.traffic.oldest();
  }

  /** Time goes on without trouble: everything is done when it is due. */
  private async calm(until: Instant): Promise<void> {
    this.say('time goes on without trouble');
    this.wakeAll();
    let pause = SECOND;
    for (;;) {
      for (let rounds = 0; ; rounds += 1) {
        await this.drain();
        const due = this.bots.flatMap((bot) => bot.due(this.now));
        if (due.length === 0) break;
        for (const job of due) {
          void job.work();
          await this.drain();
        }
        if (rounds > 1_000) {
          this.laws.breaks('it comes to rest', 'it never does');
          return;
        }
      }
      if (this.now >= until || this.laws.broken !== null) return;
      const [row] = await this.outside.store.due(until, 1);
      // What was due and is left waits for somebody: it is looked at less and less often.
      pause = row === undefined || row.at > this.now ? SECOND : Math.min(2 * pause, 5 * MINUTE);
      const next = Math.min(row?.at ?? until, this.now + 5 * MINUTE, until);
      this.outside.clock.advance(Math.max(pause, next - this.now));
    }
  }

  private async drain(): Promise<void> {
    await this.quiet();
    while (this.traffic.waiting > 0) {
      this.steps += 1;
      await this.traffic.oldest();
      await this.quiet();
    }
  }

  private start(): void {
    if (this.bots.length >= BOTS) return;
    const name = `bot ${(this.born += 1)}`;
    this.say(`${name} is started`);
    const broken = (fault: unknown): void => {
      this.laws.breaks('a job fails only by a fault of the world', String((fault as Error).stack));
    };
    this.bots.push(new SimulatedBot(name, this.outside, this.traffic.aroundOf(name), broken));
  }

  private async dies(bot: SimulatedBot, random: Random): Promise<void> {
    this.say(`${bot.name} dies`);
    this.crashes += 1;
    await this.traffic.dies(bot.name, random);
    this.bots = this.bots.filter((one) => one !== bot);
    if (this.bots.length === 0) this.start();
  }

  private sleeps(bot: SimulatedBot): void {
    this.say(`${bot.name} stands still`);
    this.traffic.sleeps(bot.name);
  }

  private wakeAll(): void {
    for (const { name } of this.bots)
      if (this.traffic.isAsleep(name)) {
        this.say(`${name} goes on`);
        this.traffic.wakes(name);
      }
  }

  private disturbs({ args }: PortCall): void {
    for (const id of this.laws.dialogues.keys())
      if (args.some((arg) => arg === id || (arg as { dialogue?: { id?: string } } | null)?.dialogue?.id === id))
        this.disturbed.set(id, (this.disturbed.get(id) ?? 0) + 1);
  }

  /** Everything that can go on without a call has gone on. */
  private async quiet(): Promise<void> {
    await setImmediate();
  }

  private say(line: string): void {
    if (this.isTelling) this.said.push(`${new Date(this.now).toISOString().slice(5, 23)} ${line}`);
  }
}
