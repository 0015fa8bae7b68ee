import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../../../services/domain/instant.ts';
import { type Change } from '../../../services/ports/dialogue-store.ts';
import { type Lease } from '../../../services/ports/lease.ts';
import { settings } from '../dialogue-facts.ts';
import { createMemoryAlerts } from '../memory/alerts.ts';
import { createMemoryChats } from '../memory/chats.ts';
import { createMemoryStormBoard } from '../memory/storm-board.ts';
import { createMemoryDialogueStore } from '../memory/memory-dialogue-store.ts';
import { createMemoryFigures } from '../memory/figures.ts';
import { createMemoryLedger } from '../memory/ledger.ts';
import { createMemoryTeamStore } from '../memory/memory-team-store.ts';
import { createMemoryLeases } from '../memory/memory-leases.ts';
import { createMemoryTeamChannel } from '../memory/team-channel.ts';
import { names, type StoredPost } from '../x-server/world.ts';
import { EXAMPLE_KEYS, startXServer, type XServer } from '../x-server/x-server.ts';
import { Agenda } from './agenda.ts';
import { BotInstance } from './bot-instance.ts';
import { LeastBill } from './least-bill.ts';
import { People, untilSomebodyLooks } from './people.ts';
import { createRandom, type Random } from './random.ts';
import { Town } from './town.ts';
import { Weather } from './weather.ts';

const OURS = EXAMPLE_KEYS.accounts.map(({ handle }) => handle);
const WATCHED = new RegExp(
  `(?<![\\p{L}\\p{N}_])(${settings.watch.flatMap(({ any }) => any).join('|')})(?![\\p{L}\\p{N}_])`,
  'iu',
);
/** Of the calls that change something outside, and of all others. */
const DIES = { at: 1 / 900, idle: 1 / 12_000 };
const CHANGES =
  /^(store\.(commit|saveShown|announced|nameThread|settled|lockShown)|leases\.save|network\.place|channel\.|ledger\.|figures\.)/;
const ANSWERED = 0.12;
/** USD: what X charges for a reply to who mentioned us. */
const REPLY = 0.01;

/**
 * Two municipalities, X and the bot, from Monday morning on, in virtual time: people write, edit and delete, X fails for hours
 * and loses answers, bots die at any call and come back with empty heads, now and then there are two, and a part is answered.
 */
export class Week {
  readonly clock = { at: Date.UTC(2026, 10, 23), now: (): Instant => this.clock.at };
  readonly start: Instant = this.clock.at;
  readonly store = createMemoryDialogueStore(this.clock);
  readonly teamStore = createMemoryTeamStore();
  readonly leases = createMemoryLeases(this.clock);
  readonly ledger = createMemoryLedger(this.clock);
  readonly figures = createMemoryFigures();
  readonly channel = createMemoryTeamChannel();
  readonly least = new LeastBill(settings.x.appOwner!, OURS);
  readonly dialogues = new Set<string>();
  /** Posts of citizens that are stored. */
  readonly stored = new Set<string>();
  /** What a cursor passed and nobody had stored. */
  readonly skipped: string[] = [];
  readonly weather: Weather;
  readonly x: XServer;
  crashes = 0;
  private readonly random: Random;
  private readonly agenda = new Agenda(this.clock);
  private readonly people: People;
  private current: BotInstance | null = null;
  private instances = 0;

  static async begin(seed: number): Promise<Week> {
    const clock = { now: (): Instant => week?.clock.at ?? Date.UTC(2026, 10, 23) };
    let week: Week | null = null;
    const x = await startXServer({ clock, ...(settings.x.appOwner === null ? {} : { appOwner: settings.x.appOwner }) });
    week = new Week(x, createRandom(seed));
    return week;
  }

  private constructor(x: XServer, random: Random) {
    this.x = x;
    this.random = random;
    this.weather = new Weather(x, random);
    this.people = new People({ store: this.store, weather: this.weather, random, bot: () => this.current });
    const commit = this.store.commit.bind(this.store);
    this.store.commit = async (change) => {
      const outcome = await commit(change);
      if (outcome.outcome === 'committed') this.committed(change);
      return outcome;
    };
    const save = this.leases.save.bind(this.leases);
    this.leases.save = async (lease, value) => {
      this.passes(lease, value);
      return save(lease, value);
    };
  }

  async live(days: number, posts: number): Promise<void> {
    const end = this.start + days * DAY;
    new Town(this.x, this.random).plan(this.agenda, this.start + HOUR, end - HOUR, posts);
    this.weather.plan(this.agenda, this.start, days);
    this.startBot();
    this.agenda.plan('a second bot', this.start + 5 * HOUR, () => this.secondBot());
    await this.agenda.live(end);
    this.agenda.drop('weather');
    this.agenda.drop('a second bot');
    this.x.clearFaults();
    await this.agenda.live(end + 2 * HOUR);
    await this.current?.stop(this.agenda);
    for (const handle of OURS) this.least.wrote(this.x.posts(handle).length * REPLY);
    const all = this.x.newest('');
    for (const post of all) {
      const original =
        post.retweets === null ? undefined : all.find(({ id, history }) => [id, ...history].includes(post.retweets!));
      if (original !== undefined) this.least.passedOn(post, original);
    }
  }

  /** Whether X shows it to us at all. */
  isForUs({ text, retweets, author }: StoredPost): boolean {
    if (retweets !== null || OURS.includes(author.handle)) return false;
    return OURS.some((handle) => names(text, handle)) || WATCHED.test(text);
  }

  private startBot(): void {
    this.current = this.newBot();
    this.current.start(this.agenda, () => {
      this.crashes += 1;
      this.current = null;
      // Most often it is started again at once; now and then nobody can for hours, by day: see `Weather.plan`.
      const long = this.random.chance(0.1) && this.clock.at % DAY < 18 * HOUR;
      const gone = long ? this.random.between(60, 240) * MINUTE : this.random.between(5, 120) * SECOND;
      this.agenda.plan('restart', this.clock.at + gone, () => {
        this.startBot();
        return Promise.resolve(null);
      });
      return Promise.resolve();
    });
  }

  private async secondBot(): Promise<number> {
    const second = this.newBot();
    second.start(this.agenda, () => {
      this.crashes += 1;
      return Promise.resolve();
    });
    this.agenda.plan('the second bot goes', this.clock.at + this.random.between(10, 120) * MINUTE, async () => {
      await second.stop(this.agenda);
      return null;
    });
    return Promise.resolve(this.random.between(8, 20) * HOUR);
  }

  private newBot(): BotInstance {
    const { random, x, least, clock, store, teamStore, leases, ledger, figures, channel } = this;
    const ours = { store, teamStore, leases, ledger, figures };
    const outside = {
      clock,
      ...ours,
      channel,
      board: createMemoryStormBoard(),
      alerts: createMemoryAlerts(),
      chats: createMemoryChats(),
    };
    return new BotInstance({
      name: `bot ${(this.instances += 1)}`,
      ...{ outside, x, least },
      fate: (call) =>
        random.chance(CHANGES.test(call) ? DIES.at : DIES.idle)
          ? random.pick(['before', 'halfway', 'after'] as const)
          : null,
    });
  }

  private committed({ after, events }: Change): void {
    for (const { id, from } of after.posts) if (from === 'citizen') this.stored.add(id);
    for (const event of events) {
      if (event.type !== 'opened') continue;
      this.dialogues.add(after.id);
      const opens = this.clock.at % DAY > 7 * HOUR && this.clock.at % DAY < 15 * HOUR;
      if (event.asked && opens && this.random.chance(ANSWERED))
        this.people.take(this.agenda, after.id, this.clock.at + untilSomebodyLooks(this.random));
    }
  }

  /** Everything that a source showed up to its new cursor must be stored by now. */
  private passes({ name, value: before }: Lease, after: string): void {
    const [, source] = /^poll:x:((?:mentions|search):\w+)$/.exec(name) ?? [];
    if (source === undefined || after === '') return;
    const handle = /^mentions:(\w+)$/.exec(source)?.[1];
    const newest = BigInt(after.split('\n')[0]!);
    for (const post of this.x.newest(before.split('\n')[0]!)) {
      const shown = handle === undefined ? WATCHED.test(post.text) : names(post.text, handle);
      if (
        shown &&
        this.isForUs(post) &&
        !post.deleted &&
        BigInt(post.id) <= newest &&
        !this.stored.has(post.history[0]!)
      )
        this.skipped.push(`${source} ${post.id}`);
    }
  }
}
