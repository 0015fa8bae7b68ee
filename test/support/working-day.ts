import assert from 'node:assert/strict';
import { type Instant, MINUTE } from '../../services/domain/instant.ts';
import { measureRate } from '../../services/flows/busy/measure-rate.ts';
import { endShifts } from '../../services/flows/end-shifts.ts';
import { keepDayCard } from '../../services/flows/keep-day-card.ts';
import { SourceNotes } from '../../services/flows/source-notes.ts';
import { type Name } from './dialogue-facts.ts';
import { createMemoryDayBoard } from './memory/day-board.ts';
import { type Written } from './memory/network.ts';
import { type Deed } from './running-bot.ts';
import { createWorld, type TestWorld } from './world.ts';

/** A message that somebody got: when, where, and what it was. */
export interface Sent {
  readonly at: Instant;
  readonly where: 'channel' | 'chat';
  readonly what: string;
}

/** A day of the team. Every few minutes everything is done that the schedule does; clicks and messages are counted. */
export class WorkingDay {
  readonly world: TestWorld;
  readonly board = createMemoryDayBoard();
  readonly sent: Sent[] = [];
  clicks = 0;
  private readonly restless: boolean;

  /** `restless`: the bot is started anew each time, and after each click. */
  constructor(start: Instant, restless: boolean) {
    this.world = createWorld({ start });
    this.restless = restless;
  }

  async until(at: Instant, step = 5 * MINUTE): Promise<void> {
    while (this.world.now < at) {
      this.world.advance(Math.min(step, at - this.world.now));
      await this.turn();
    }
  }

  /** Somebody writes to one of our accounts; gives the dialogue's id, once the bot has read it. */
  async writes(handle: string, text: string, more: Partial<Written> = {}): Promise<string> {
    const id = await this.world.writes(text, { handle, ...more });
    await this.turn();
    return id;
  }

  /** A click, or something typed, that must not be refused. */
  async does(dialogue: string, name: Name, deed: Deed): Promise<void> {
    this.clicks += 1;
    await this.world.does(dialogue, name, deed);
    await this.turn();
  }

  /** A click, or something typed, that is about no work of a card of a dialogue. */
  async acts(work: () => Promise<unknown>): Promise<void> {
    this.clicks += 1;
    await work();
    await this.turn();
  }

  /** What was sent since a moment, as words. */
  since(at: Instant): readonly string[] {
    return this.sent.filter((one) => one.at >= at).map(({ where, what }) => `${where}: ${what}`);
  }

  private async turn(): Promise<void> {
    if (this.restless) this.world.restart();
    const { bot } = this.world;
    await bot.poll();
    await bot.settleAll();
    await bot.tend();
    await endShifts(bot.world);
    await measureRate(bot.world);
    await bot.storms.tick(bot.world);
    const notes = new SourceNotes(bot.world);
    await keepDayCard(bot.world, { board: this.board, sources: () => notes.all() });
    await bot.settleAll();
    this.note();
  }

  private note(): void {
    const { channel, chats, alerts, board } = this.world.outside;
    const at = this.world.now;
    const all = [
      ...channel.messages.map(({ kind, announcement }) => ['channel', announcement?.what ?? kind] as const),
      ...chats.messages.map(({ said }) => ['chat', said[0]?.kind ?? ''] as const),
      ...alerts.told.map(({ to, alert }) => [to === 'channel' ? 'channel' : 'chat', alert.what] as const),
      ...board.messages.map(({ said }) => ['channel', said[0]?.what ?? ''] as const),
      ...this.board.messages.map(() => ['channel', 'day card'] as const),
    ].map(([where, what]) => `${where} ${what}`);
    const counts = new Map<string, number>();
    for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
    for (const { where, what } of this.sent) {
      const left = counts.get(`${where} ${what}`) ?? 0;
      assert.ok(left > 0, `${where} ${what} was sent and is no more`);
      counts.set(`${where} ${what}`, left - 1);
    }
    for (const [one, count] of counts)
      for (let more = 0; more < count; more += 1) {
        const [where, ...what] = one.split(' ');
        this.sent.push({ at, where: where as Sent['where'], what: what.join(' ') });
      }
  }
}
