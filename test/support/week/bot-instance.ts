import { Rhythm } from '../../../bot/rhythm.ts';
import { createCalendar } from '../../../services/adapters/calendar/create-calendar.ts';
import { createXNetwork } from '../../../services/adapters/x/x-network.ts';
import { type Duration, MINUTE, SECOND } from '../../../services/domain/instant.ts';
import { Bookkeeper } from '../../../services/flows/bookkeeper.ts';
import { compareWithNetwork } from '../../../services/flows/compare-with-network.ts';
import { takeInPosts } from '../../../services/flows/take-in-posts.ts';
import { Fault } from '../../../services/ports/fault.ts';
import { type Network } from '../../../services/ports/network.ts';
import { settings } from '../dialogue-facts.ts';
import { Crash, type Fate, Fuse } from '../fuse.ts';
import { RunningBot, type Surroundings } from '../running-bot.ts';
import { silentLog } from '../silent-log.ts';
import { watchPort } from '../watched-port.ts';
import { shortCutTo } from '../x-server/short-cut.ts';
import { type XServer } from '../x-server/x-server.ts';
import { type Agenda } from './agenda.ts';
import { type LeastBill } from './least-bill.ts';

const calendar = createCalendar(settings);

interface Parts {
  readonly name: string;
  readonly outside: Omit<Surroundings, 'network'>;
  readonly x: XServer;
  readonly least: LeastBill;
  readonly fate: Fate;
}

/** One process of the bot as `bot/compose.ts` wires it and `bot/schedule.ts` runs it, with X itself, on an agenda in place of timers. */
export class BotInstance {
  readonly fuse: Fuse;
  readonly bot: RunningBot;
  readonly bookkeeper: Bookkeeper;
  private readonly name: string;
  private readonly store: Surroundings['store'];
  private readonly rhythm: Rhythm;
  private readonly network: Network;
  private readonly turns: string[] = [];

  constructor({ name, outside, x, least, fate }: Parts) {
    const { clock, store } = outside;
    this.name = name;
    this.store = store;
    this.fuse = new Fuse(fate, store);
    this.bookkeeper = new Bookkeeper('x', watchPort(outside.ledger, 'ledger', this.fuse.around), silentLog);
    this.rhythm = new Rhythm({ calendar, fixed: null, searchPace: () => Promise.resolve('normal') });
    const { plan, appOwner } = settings.x;
    const network = createXNetwork({
      ...x.keys,
      ...{ clock, log: silentLog, watch: settings.watch, elapsed: () => clock.now() },
      billing: { meter: this.bookkeeper, plan, appOwner },
      connect: shortCutTo(x, () => clock.now()),
    });
    const noted: Network = {
      ...network,
      async read(source, cursor) {
        const read = await network.read(source, cursor);
        if (read.outcome === 'read') least.came(source.name, read.batch, clock.now());
        return read;
      },
      async readBack(source, from, until) {
        const read = await network.readBack!(source, from, until);
        if (read.outcome === 'read') least.came(source.name, read.batch, clock.now());
        return read;
      },
    };
    this.bot = new RunningBot({ ...outside, network: this.rhythm.watching(noted, clock) }, this.fuse.around);
    this.network = this.bot.world.networks.get('x')!;
    least.started(clock.now());
  }

  /** `died`: called when it has, once. */
  start(agenda: Agenda, died: () => Promise<void>): void {
    const { clock } = this.bot.world;
    const turn = (name: string, work: () => Promise<void>, pause: () => Promise<Duration>): void => {
      this.turns.push(`${this.name} ${name}`);
      agenda.plan(`${this.name} ${name}`, clock.now(), async () => {
        await this.survive(work);
        if (this.fuse.blown) {
          await this.stop(agenda);
          await died();
          return null;
        }
        return pause();
      });
    };
    for (const source of this.network.sources())
      turn(
        source.name,
        async () => {
          const read = await takeInPosts(this.bot.world, this.network, source);
          if (read !== null) this.rhythm.read(this.network, source, read, clock.now());
          await this.bot.queue.drained();
        },
        async () => (await this.rhythm.next(this.network, source, clock.now())).wait,
      );
    turn(
      'sweep',
      () => this.bot.sweep(),
      () => this.untilSweep(),
    );
    turn(
      'compare',
      () => compareWithNetwork(this.bot.world, this.network),
      () => Promise.resolve(5 * MINUTE),
    );
  }

  async stop(agenda: Agenda): Promise<void> {
    for (const name of this.turns) agenda.drop(name);
    await this.bot.queue.stop();
    await this.bookkeeper.written();
  }

  /** False: it died of it, or the other side failed. */
  async survive(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return !this.fuse.blown;
    } catch (fault) {
      if (!(fault instanceof Crash) && !(fault instanceof Fault)) throw fault;
      return false;
    }
  }

  /** A bot looks every second; here only when there is something to see. */
  private async untilSweep(): Promise<Duration> {
    const { clock } = this.bot.world;
    if (this.bot.queue.waiting > 0) return 5 * SECOND;
    // Not through the fuse: no bot asks this.
    const [next] = await this.store.due(clock.now() + MINUTE, 1);
    return next === undefined ? MINUTE : Math.max(SECOND, next.at - clock.now());
  }
}
