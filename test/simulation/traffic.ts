import { type Instant, type Duration, SECOND } from '../../services/domain/instant.ts';
import { type Change, type DialogueStore } from '../../services/ports/dialogue-store.ts';
import { type ManualClock } from '../support/manual-clock.ts';
import { type Around, type PortCall } from '../support/watched-port.ts';
import { type Random } from '../support/week/random.ts';
import { type Mishap } from './mishaps.ts';

/** A call on its way: asked, and later answered. What is done meanwhile is done by others. */
interface Parked extends PortCall {
  readonly bot: string;
  readonly at: Instant;
  /** Tells the caller; null: the deed is not done yet. */
  answer: (() => void) | null;
  readonly resolve: (value: unknown) => void;
  readonly reject: (fault: unknown) => void;
}

/** After this who asked a network has given up, and so has who asked Azure or Teams: time does not go on without them. */
const PATIENCE: Duration = 10 * SECOND;
/** How often, of 1, the answer comes later than the deed. */
const SLOW_ANSWER = 0.3;
/** How often, of 1, something goes wrong where it can; oftener where it matters most. */
const BAD_LUCK = 0.06;
const WORSE_LUCK: Readonly<Record<string, number>> = {
  'network.place': 0.5,
  'store.commit': 0.15,
  'channel.announce': 0.2,
};

/** What became of a call, for who keeps count of what may be told twice. */
export type Disturbed = (call: PortCall, how: 'fault' | 'died') => void;

/**
 * All calls of all bots to all ports. Each waits until it is its turn, so that whatever order there can be, there is one
 * day; and each can go wrong as its port says it can. Calls of a bot that died are never answered.
 */
export class Traffic {
  private parked: Parked[] = [];
  /** Deeds whose answer was given up, and that are done all the same, before they are too old. */
  private late: { readonly deed: () => Promise<unknown>; readonly by: Instant; readonly name: string }[] = [];
  private readonly asleep = new Set<string>();
  private readonly clock: ManualClock;
  private readonly store: DialogueStore;
  private readonly say: (line: string) => void;
  private readonly disturbed: Disturbed;
  readonly counts = new Map<string, number>();

  constructor(clock: ManualClock, store: DialogueStore, say: (line: string) => void, disturbed: Disturbed) {
    this.clock = clock;
    this.store = store;
    this.say = say;
    this.disturbed = disturbed;
  }

  aroundOf(bot: string): Around {
    return (call) =>
      new Promise((resolve, reject) => {
        this.parked.push({ ...call, bot, at: this.clock.now(), answer: null, resolve, reject });
      });
  }

  /** Calls that can go on: not those whose answer goes to a bot that sleeps. */
  get waiting(): number {
    return this.awake().length + this.late.length;
  }

  /** Until when nobody has waited too long. */
  get latest(): Instant {
    const asked = this.parked.filter((one) => one.answer === null || !this.asleep.has(one.bot));
    return Math.min(...asked.map(({ at }) => at + PATIENCE), ...this.late.map(({ by }) => by));
  }

  /** One call goes one step on, well or badly. */
  async step(random: Random, mishapOf: (call: PortCall, random: Random) => Mishap | null): Promise<void> {
    if (this.late.length > 0 && random.chance(0.3)) return this.land(random.between(0, this.late.length - 1));
    const awake = this.awake();
    // Mostly in order: what is told twice, or late, is the exception.
    const one = random.chance(0.5) ? awake[0] : awake[random.between(0, awake.length - 1)];
    if (one === undefined) return this.late.length > 0 ? this.land(0) : undefined;
    if (one.answer !== null) {
      this.tell(one);
      return;
    }
    const mishap = random.chance(WORSE_LUCK[one.name] ?? BAD_LUCK) ? mishapOf(one, random) : null;
    if (mishap === null) await this.does(one);
    else await this.goesWrong(one, mishap);
    if (random.chance(1 - SLOW_ANSWER)) this.tell(one);
  }

  /** The oldest call is done and answered, well. */
  async oldest(): Promise<void> {
    const [one] = this.awake();
    if (one === undefined) return this.late.length > 0 ? this.land(0) : undefined;
    if (one.answer === null) await this.does(one);
    this.tell(one);
  }

  /** The process is gone. What it asked last may have been done, or half, or not. */
  async dies(bot: string, random: Random): Promise<void> {
    const left = this.parked.filter((one) => one.bot === bot);
    this.parked = this.parked.filter((one) => one.bot !== bot);
    this.asleep.delete(bot);
    for (const one of left) {
      this.disturbed(one, 'died');
      if (one.answer !== null) continue;
      const done = random.between(0, 2);
      if (done > 0) this.say(`  ${one.name} ${done === 1 ? 'is done' : 'is half done'}`);
      if (done === 1) await this.deedOf(one).catch(() => undefined);
      if (done === 2 && one.name === 'store.commit') await this.writeDueRows(one.args[0] as Change);
    }
  }

  /** The process stands still: what it asked is done, and the answers wait. */
  sleeps(bot: string): void {
    this.asleep.add(bot);
    for (const one of this.parked) if (one.bot === bot) this.disturbed(one, 'died');
  }

  wakes(bot: string): void {
    this.asleep.delete(bot);
  }

  isAsleep(bot: string): boolean {
    return this.asleep.has(bot);
  }

  private awake(): readonly Parked[] {
    return this.parked.filter((one) => one.answer === null || !this.asleep.has(one.bot));
  }

  private async does(one: Parked): Promise<void> {
    try {
      const value = await this.deedOf(one);
      one.answer = () => {
        one.resolve(value);
      };
    } catch (fault) {
      one.answer = () => {
        one.reject(fault);
      };
    }
  }

  private async goesWrong(one: Parked, { name, deed, answer }: Mishap): Promise<void> {
    this.counts.set(`${one.name} ${name}`, (this.counts.get(`${one.name} ${name}`) ?? 0) + 1);
    this.say(`${one.bot}: ${one.name}: ${name}`);
    this.disturbed(one, 'fault');
    if (deed === 'done') await this.deedOf(one).catch(() => undefined);
    if (deed === 'half' && one.name === 'store.commit') await this.writeDueRows(one.args[0] as Change);
    if (deed === 'later')
      this.late.push({ name: one.name, deed: () => this.deedOf(one), by: this.clock.now() + PATIENCE });
    const outcome = answer(this.clock.now());
    one.answer = () => {
      if (outcome instanceof Error) one.reject(outcome);
      else one.resolve(outcome);
    };
  }

  private async land(index: number): Promise<void> {
    const [one] = this.late.splice(index, 1);
    this.say(`  ${one?.name} is done after all`);
    await one?.deed().catch(() => undefined);
  }

  private tell(one: Parked): void {
    if (this.asleep.has(one.bot)) return;
    this.parked = this.parked.filter((other) => other !== one);
    one.answer?.();
  }

  private async deedOf({ deed }: PortCall): Promise<unknown> {
    return deed();
  }

  private async writeDueRows({ after, wakes }: Change): Promise<void> {
    for (const at of wakes) await this.store.wakeAt(after.id, at, after.version);
  }
}
