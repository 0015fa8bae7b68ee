import assert from 'node:assert/strict';
import { countedAs } from '../../services/domain/busy/lists.ts';
import { type BusyCommand, type BusyRefusal } from '../../services/domain/busy/messages.ts';
import { type ManyText } from '../../services/domain/busy/many-text.ts';
import { type Storm } from '../../services/domain/busy/storm.ts';
import { type StormMessageOf } from '../../services/domain/busy/storm-message.ts';
import { isListed } from '../../services/domain/dialogue/listed/place-in-storm.ts';
import { type Duration, MINUTE, SECOND } from '../../services/domain/instant.ts';
import { actOnBusy } from '../../services/flows/busy/act-on-busy.ts';
import { measureRate } from '../../services/flows/busy/measure-rate.ts';
import { takeNext } from '../../services/flows/busy/take-next.ts';
import { submitMany } from '../../services/flows/busy/write-many.ts';
import { type StoredDialogue } from '../../services/ports/dialogue-store.ts';
import { member, type Name } from './dialogue-facts.ts';
import { createWorld, type TestWorld } from './world.ts';

/** What people write about in a storm; each is another topic. */
export const TOPICS = [
  'Wanneer wordt het grofvuil weer opgehaald?',
  'Welke wegen zijn dicht, is er een omleiding?',
  'Er ligt een boom over het pad, wanneer komt iemand?',
  'Is de balie vandaag open voor een paspoort?',
  'Waar kan ik nu parkeren?',
] as const;

let names = 0;

/** A town in a storm: people write, the team clicks, and the bot does what its schedule does. */
export class StormTown {
  readonly world: TestWorld;

  constructor(world: TestWorld = createWorld()) {
    this.world = world;
  }

  /** A storm that Bram switched on, with so many questions about waste. */
  async begun(questions: number): Promise<this> {
    await this.on();
    for (let n = 0; n < questions; n += 1) await this.writes(`Wanneer komt mijn kliko? (${n})`, `burger${n}`);
    await this.later(5 * SECOND);
    return this;
  }

  /** What is due now is done. */
  async settle(): Promise<void> {
    await this.world.settleAll();
    const { world } = this.world.bot;
    await measureRate(world);
    await world.teamView.refresh();
    // One failure is the next turn's.
    await this.world.bot.storms.tick(world).catch(() => undefined);
    await this.world.settleAll();
  }

  /** Time goes by, in steps of seconds. */
  async later(by: Duration): Promise<void> {
    for (let left = by; left > 0; left -= 5 * SECOND) {
      this.world.advance(Math.min(left, 5 * SECOND));
      await this.settle();
    }
  }

  restart(): void {
    this.world.restart();
  }

  /** A citizen writes; `answers`: the handle of who wrote the post that it goes on from. */
  async writes(text: string, handle: string, answers?: string): Promise<string> {
    const { network } = this.world.outside;
    const before = answers === undefined ? undefined : network.posts.find(({ author }) => author.handle === answers);
    const id = await this.world.writes(text, { handle, ...(before === undefined ? {} : { inReplyTo: before.id }) });
    await this.settle();
    return id;
  }

  on(): Promise<void> {
    return this.asks({ type: 'switchBusyOn', id: `storm-${(names += 1)}`, practice: false, by: member('Bram') });
  }

  async off(): Promise<void> {
    await this.asks({ type: 'switchBusyOff', practice: false, by: member('Els') });
    await this.later(30 * SECOND);
  }

  async proposal(): Promise<StormMessageOf<'storm'>> {
    await this.settle();
    const [message] = this.world.outside.board.now('storm');
    assert.ok(message !== undefined, 'nothing was proposed');
    assert.equal(message.state.on, null);
    return message;
  }

  /** null: there is no storm, or nobody waits. */
  async takes(name: Name, operation = `take-${(names += 1)}`): Promise<StoredDialogue | null> {
    if (this.newest === undefined) return null;
    return takeNext(this.world.bot.world, this.storm, undefined, member(name), operation);
  }

  async submits(name: Name, template: string): Promise<BusyRefusal | null> {
    if (this.newest === undefined) return null;
    const form = `form-of-many-${(names += 1)}`;
    const filled = { storm: this.storm, form, topic: 'afval', municipality: null, template };
    return submitMany(this.world.bot.world, filled, member(name), form);
  }

  approves(name: Name, fingerprint: string): Promise<BusyRefusal | null> {
    return this.decides({ type: 'approveMany', storm: this.storm, text: this.text, fingerprint, by: member(name) });
  }

  stops(name: Name): Promise<BusyRefusal | null> {
    return this.decides({ type: 'stopMany', storm: this.storm, text: this.text, by: member(name) });
  }

  /** The live root cards, with the words on them. */
  roots(): readonly { readonly text: string }[] {
    return this.world.outside.channel.messages
      .filter(({ kind, removed }) => kind === 'root' && !removed)
      .map(({ views }) => ({ text: views.at(-1)?.posts[0]?.text ?? '' }));
  }

  /** A switch that may be refused; `settles` false: the bot is down right after it. */
  async tries(command: { readonly type: 'switchBusyOn' | 'switchBusyOff' }, settles = true): Promise<void> {
    const by = member('Bram');
    const id = `storm-${(names += 1)}`;
    await this.decides({ ...command, id, practice: false, by });
    if (settles) await this.settle();
  }

  newestText(): ManyText | null {
    return this.newest?.texts.at(-1) ?? null;
  }

  /** Each dialogue has one card of its own, or is counted once on the lists, and never both. Gives how many were listed. */
  async everyoneIsInOnePlace(): Promise<number> {
    await this.later(MINUTE);
    const { outside } = this.world;
    const all: StoredDialogue[] = [];
    for await (const stored of outside.store.everything()) all.push(stored);
    let listed = 0;
    for (const { dialogue } of all) {
      const roots = outside.channel.messages.filter(
        ({ kind, removed, views }) => kind === 'root' && !removed && views[0]?.dialogue.id === dialogue.id,
      );
      assert.equal(roots.length, isListed(dialogue) ? 0 : 1, `${dialogue.citizen.handle} has ${roots.length} cards`);
      listed += isListed(dialogue) ? 1 : 0;
      assert.ok(!isListed(dialogue) || countedAs(dialogue) !== 'alone');
    }
    // The last one posted of a list is the live one.
    const lists = new Map(outside.board.now('list').map((list) => [`${list.storm} ${list.topic}`, list]));
    const counted = [...lists.values()].reduce((sum, { counts: { waiting, placing } }) => sum + waiting + placing, 0);
    const still = all.filter(
      ({ dialogue }) => isListed(dialogue) && ['waiting', 'placing'].includes(countedAs(dialogue)),
    );
    assert.equal(counted, still.length, 'what waits on the lists is counted there once');
    assert.ok(listed >= counted);
    return listed;
  }

  private get newest(): Storm | undefined {
    return this.world.bot.world.team().storms.at(-1);
  }

  private get storm(): string {
    assert.ok(this.newest !== undefined, 'there is no storm');
    return this.newest.id;
  }

  private get text(): string {
    const text = this.world.bot.world.team().storms.at(-1)?.texts.at(-1);
    assert.ok(text !== undefined, 'there is no text for many');
    return text.id;
  }

  private decides(command: BusyCommand): Promise<BusyRefusal | null> {
    return actOnBusy(this.world.bot.world, command, `decides-${(names += 1)}`);
  }

  private async asks(command: BusyCommand): Promise<void> {
    assert.equal(await this.decides(command), null);
    await this.settle();
  }
}
