import assert from 'node:assert/strict';
import { type Dialogue } from '../../services/domain/dialogue/dialogue.ts';
import { type Duration, type Instant } from '../../services/domain/instant.ts';
import { type Acted } from '../../services/flows/act-on-dialogue.ts';
import { dialogueOf } from '../../services/flows/dialogue-of.ts';
import { type ShownWork, type Unsettled } from '../../services/ports/dialogue-store.ts';
import { type Name, TUESDAY_TEN } from './dialogue-facts.ts';
import { createManualClock } from './manual-clock.ts';
import { createMemoryAlerts } from './memory/alerts.ts';
import { createMemoryChats } from './memory/chats.ts';
import { createMemoryDialogueStore } from './memory/memory-dialogue-store.ts';
import { createMemoryFigures } from './memory/figures.ts';
import { createMemoryLedger } from './memory/ledger.ts';
import { createMemoryLeases } from './memory/memory-leases.ts';
import { createMemoryNetwork, type Written } from './memory/network.ts';
import { createMemoryStormBoard } from './memory/storm-board.ts';
import { createMemoryTeamStore } from './memory/memory-team-store.ts';
import { type ChannelMessage, createMemoryTeamChannel } from './memory/team-channel.ts';
import { type Deed, type Outside, RunningBot } from './running-bot.ts';
import { type Around, Meddler } from './watched-port.ts';

export interface WorldOptions {
  /** Tuesday ten o'clock, when Bram and Els are on duty, unless it says otherwise. */
  readonly start?: Instant;
  /** Posts in one answer of the network. */
  readonly batch?: number;
}

/** A town, its network and its webcare channel, with the bot in the middle. Time stands still until it is told to go on. */
export function createWorld({ start = TUESDAY_TEN, batch = 100 }: WorldOptions = {}): TestWorld {
  const clock = createManualClock(start);
  return new TestWorld({
    clock,
    store: createMemoryDialogueStore(clock),
    teamStore: createMemoryTeamStore(),
    leases: createMemoryLeases(clock),
    ledger: createMemoryLedger(clock),
    figures: createMemoryFigures(),
    network: createMemoryNetwork(clock, batch),
    channel: createMemoryTeamChannel(),
    alerts: createMemoryAlerts(),
    chats: createMemoryChats(),
    board: createMemoryStormBoard(),
  });
}

export class TestWorld {
  readonly outside: Outside;
  /** Steps in for calls of all bots, and counts them. */
  readonly meddler = new Meddler();
  bot: RunningBot;

  constructor(outside: Outside) {
    this.outside = outside;
    this.bot = this.start();
  }

  /** One more instance beside the one that runs. */
  start(around: Around = this.meddler.around): RunningBot {
    return new RunningBot(this.outside, around);
  }

  /** The bot is started anew: all that it had in memory is gone. */
  restart(around: Around = this.meddler.around): RunningBot {
    this.bot = this.start(around);
    return this.bot;
  }

  get now(): Instant {
    return this.outside.clock.now();
  }

  advance(by: Duration): void {
    this.outside.clock.advance(by);
  }

  settleAll(): Promise<void> {
    return this.bot.settleAll();
  }

  /** A citizen writes, the bot reads and shows it. Gives the dialogue's id. */
  async writes(text: string, more: Partial<Written> = {}): Promise<string> {
    const post = this.outside.network.write({ handle: 'jan_wormer', ...more, text });
    await this.bot.poll();
    await this.settleAll();
    return dialogueOf(this.bot.world, post);
  }

  /** Somebody clicks, and all that follows from it at once is done. */
  async click(dialogue: string, name: Name, deed: Deed): Promise<Acted> {
    const acted = await this.bot.click(dialogue, name, deed);
    await this.settleAll();
    return acted;
  }

  /** A click that must not be refused. */
  async does(dialogue: string, name: Name, deed: Deed): Promise<void> {
    const { refusal } = await this.click(dialogue, name, deed);
    assert.equal(refusal, null, `${name} ${deed.type}: ${JSON.stringify(refusal)}`);
  }

  async settled(dialogue: string): Promise<Unsettled> {
    const unsettled = await this.outside.store.unsettled(dialogue);
    assert.ok(unsettled, `there is no dialogue ${dialogue}`);
    return unsettled;
  }

  async head(dialogue: string): Promise<Dialogue> {
    const stored = await this.outside.store.load(dialogue);
    assert.ok(stored, `there is no dialogue ${dialogue}`);
    return stored.dialogue;
  }

  /** The live root card as it is in the channel. */
  async root(dialogue: string): Promise<ChannelMessage> {
    const { shown } = await this.settled(dialogue);
    assert.ok(shown.root, 'no root card is shown');
    return this.outside.channel.message(shown.root.activity);
  }

  /** What is known of the newest work card. */
  async work(dialogue: string): Promise<ShownWork> {
    const work = (await this.settled(dialogue)).shown.work.at(-1);
    assert.ok(work, 'no work card is shown');
    return work;
  }

  /** Messages that were posted, as `root`, `work` or the name of the line. */
  posted(): readonly string[] {
    return this.outside.channel.messages.map(({ kind, announcement }) => announcement?.what ?? kind);
  }

  /** The types of all that happened in a dialogue. */
  async course(dialogue: string): Promise<readonly string[]> {
    return (await this.outside.store.history(dialogue)).map(({ type }) => type);
  }
}
