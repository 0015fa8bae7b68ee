import { type Duration, type Instant, MINUTE, SECOND } from '../domain/instant.ts';
import { byImportance, importanceOf, type Importance } from '../domain/dialogue/importance.ts';
import { type DueRow } from '../ports/dialogue-store.ts';
import { Fault } from '../ports/fault.ts';
import { settleDialogue, type Settled } from './settle-dialogue.ts';
import { Waits } from './waits.ts';
import { type World } from './world.ts';

/** Due rows read in one tick; more are read in the next. */
const ROWS_A_TICK = 1_000;
/** A commit takes seconds; a row whose commit has not come by then never will. */
const ABANDONED: Duration = 10 * MINUTE;
const LONGEST_WAIT: Duration = MINUTE;

interface Entry {
  rows: DueRow[];
  /** What it comes from, for the log. */
  operation: string;
  failures: number;
  notBefore: Instant;
  /** Known once it failed. */
  importance: Importance | null;
  /** It waits for Teams, and goes on as soon as Teams takes anything. */
  forTeams: boolean;
}

/**
 * Everything that waits to be settled by this instance: one run per dialogue at a time, a few dialogues at once, in
 * the order in which they came. What fails is tried again with growing pauses, or when the other side asked; what failed
 * for Teams goes on as soon as Teams takes anything, the most important first.
 */
export class SettleQueue {
  private readonly entries = new Map<string, Entry>();
  private readonly running = new Set<string>();
  private readonly world: World;
  private readonly atOnce: number;
  private idle: (() => void)[] = [];
  private stopped = false;

  constructor(world: World, atOnce = 4) {
    this.world = world;
    this.atOnce = atOnce;
  }

  /** A dialogue changed, or its time has come. */
  add(dialogue: string, rows: readonly DueRow[]): void {
    const entry = this.entries.get(dialogue) ?? {
      rows: [],
      operation: this.world.trace.operation() ?? this.world.unique(),
      failures: 0,
      notBefore: 0,
      importance: null,
      forTeams: false,
    };
    const known = new Set(entry.rows.map(({ key }) => key));
    entry.rows.push(...rows.filter(({ key }) => !known.has(key)));
    this.entries.set(dialogue, entry);
    this.pump();
  }

  /** Reads the due rows up to now, of this instance and of any that died, and settles them. */
  async tick(): Promise<void> {
    const now = this.world.clock.now();
    for (const row of await this.world.store.due(now, ROWS_A_TICK)) this.add(row.dialogue, [row]);
    this.pump();
  }

  /** Entries that wait, for `/ready` and the figures. */
  get waiting(): number {
    return this.entries.size;
  }

  /** Resolves when nothing runs and nothing that could run waits. */
  async drained(): Promise<void> {
    while (this.running.size > 0) await new Promise<void>((resolve) => this.idle.push(resolve));
  }

  /** Starts nothing more; what runs is finished. The due rows of the rest bring it back after a restart. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.drained();
  }

  private pump(): void {
    const now = this.world.clock.now();
    const inOrder = [...this.entries].sort(([, one], [, other]) => byImportance(one.importance, other.importance));
    for (const [dialogue, entry] of inOrder) {
      if (this.stopped || this.running.size >= this.atOnce) return;
      if (this.running.has(dialogue) || entry.notBefore > now) continue;
      this.entries.delete(dialogue);
      this.running.add(dialogue);
      void this.run(dialogue, entry);
    }
  }

  private async run(dialogue: string, entry: Entry): Promise<void> {
    const begunAt = this.world.clock.now();
    try {
      await this.world.trace.within('settle', { operation: entry.operation, dialogue }, async () => {
        const settled = await settleDialogue(this.world, dialogue);
        const came = entry.rows.filter(({ at }) => at <= begunAt);
        await this.stayAwake(dialogue, came, settled);
        await this.tidy(came, settled.version, begunAt);
      });
      this.teamsIsBack(entry);
    } catch (fault) {
      await this.again(dialogue, entry, fault);
    }
    this.running.delete(dialogue);
    this.pump();
    if (this.running.size === 0) for (const resolve of this.idle.splice(0)) resolve();
  }

  /**
   * The planned moment of the dialogue as it stands came, and it was too early: it is past opening time since the bot was
   * down, or the work instruction was changed. That row was its only one.
   */
  private async stayAwake(dialogue: string, rows: readonly DueRow[], { version, wake }: Settled): Promise<void> {
    const planned = rows.some((row) => row.version === version && row.at > row.writtenAt);
    if (planned && wake !== null) await this.world.store.wakeAt(dialogue, wake, version);
  }

  /**
   * A row is done with when its moment had come as the run began (a moment that passed since was not acted upon) and its
   * commit is decided: the dialogue has reached that version, by this commit or by the one that beat it. A row whose
   * commit is still to come stays until it is clearly abandoned.
   */
  private async tidy(rows: readonly DueRow[], version: number, begunAt: Instant): Promise<void> {
    for (const row of rows) {
      if (row.version <= version || row.writtenAt < begunAt - ABANDONED) await this.world.store.settled(row);
    }
  }

  /** What failed for Teams went through now: then all that wait for it may. */
  private teamsIsBack({ forTeams }: Entry): void {
    if (forTeams) for (const entry of this.entries.values()) if (entry.forTeams) entry.notBefore = 0;
  }

  private async importanceOf(dialogue: string): Promise<Importance | null> {
    const { store, settings } = this.world;
    const stored = await store.load(dialogue).catch(() => null);
    return stored === null ? null : importanceOf(stored.dialogue, stored.texts, settings);
  }

  private async again(dialogue: string, entry: Entry, fault: unknown): Promise<void> {
    const forTeams = fault instanceof Fault && fault.source === 'teams';
    const importance = forTeams ? await this.importanceOf(dialogue) : entry.importance;
    const waiting = this.entries.get(dialogue);
    const failures = entry.failures + 1;
    const pause =
      fault instanceof Waits
        ? fault.pause
        : fault instanceof Fault && fault.retryAfter !== null
          ? fault.retryAfter
          : Math.min(LONGEST_WAIT, SECOND * 2 ** (failures - 1));
    this.entries.set(dialogue, {
      operation: entry.operation,
      rows: [...entry.rows, ...(waiting?.rows ?? [])],
      failures,
      notBefore: this.world.clock.now() + pause,
      importance,
      forTeams,
    });
    if (fault instanceof Waits) return;
    this.world.log.warn('a dialogue could not be brought up to date; it is tried again', {
      dialogue,
      failures,
      pause,
      fault,
    });
  }
}
