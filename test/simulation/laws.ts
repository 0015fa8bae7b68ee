import { isDeepStrictEqual } from 'node:util';
import { evolveAll, evolve } from '../../services/domain/dialogue/evolve.ts';
import { type Dialogue } from '../../services/domain/dialogue/dialogue.ts';
import { type Facts } from '../../services/domain/dialogue/facts.ts';
import { type Happened } from '../../services/domain/dialogue/messages.ts';
import { nextWake } from '../../services/domain/dialogue/wake.ts';
import { isShown } from '../../services/flows/show-dialogue.ts';
import { type Change } from '../../services/ports/dialogue-store.ts';
import { ClockLaws } from '../support/clock-laws.ts';
import { type MemoryDialogueStore } from '../support/memory/memory-dialogue-store.ts';
import { type PlacedReply } from '../support/memory/network.ts';

/** A law that was broken; `law` names it, so that a shorter history can be known to break the same. */
export class Broken extends Error {
  readonly law: string;

  constructor(law: string, detail: string) {
    super(`${law}: ${detail}`);
    this.law = law;
  }
}

/** What is known of a dialogue from its events alone. */
export interface Lived {
  folded: Dialogue | null;
  readonly events: Happened[];
  readonly clock: ClockLaws;
  /** Words that were kept, ever. */
  readonly kept: Set<string>;
  /** What was to be told in the thread, as JSON, each time that it was. */
  readonly promised: string[];
}

/**
 * What must hold after every single step, whoever does what and whatever fails. All of it is seen at the moment at which
 * the store or the network does a thing, and told from the events alone.
 */
export class Laws {
  readonly dialogues = new Map<string, Lived>();
  /** The first law that was broken. */
  broken: Broken | null = null;
  private readonly facts: () => Facts;
  private placed = 0;

  constructor(facts: () => Facts) {
    this.facts = facts;
  }

  breaks(law: string, detail: string): void {
    this.broken ??= new Broken(law, detail);
  }

  lived(dialogue: string): Lived {
    const found = this.dialogues.get(dialogue);
    if (found !== undefined) return found;
    const fresh = { folded: null, events: [], clock: new ClockLaws(), kept: new Set<string>(), promised: [] };
    this.dialogues.set(dialogue, fresh);
    return fresh;
  }

  /** The same store, watched. */
  watching(store: MemoryDialogueStore): MemoryDialogueStore {
    return {
      ...store,
      commit: async (change) => {
        const outcome = await store.commit(change);
        if (outcome.outcome === 'committed') {
          this.happens(change);
          await this.isAwake(store, change.after.id, 'after a commit');
        }
        return outcome;
      },
      settled: async (row) => {
        await store.settled(row);
        await this.isAwake(store, row.dialogue, 'after a due row was removed');
      },
      repair: async (wakeOf) => {
        const repaired = await store.repair(wakeOf);
        if (repaired.repaired > 0) this.breaks('no index row is ever missing', `${repaired.repaired} were repaired`);
        return repaired;
      },
    };
  }

  /** Nothing stands on the network that was not frozen by a yes, and nothing twice. */
  watchPlaced(placed: readonly PlacedReply[], byHand: ReadonlySet<string>): void {
    for (; this.placed < placed.length; this.placed += 1) {
      const one = placed[this.placed]!;
      if (byHand.has(one.id)) continue;
      const frozen = [...this.dialogues.values()].flatMap(({ events }) =>
        events.flatMap((event) => (event.type === 'frozen' ? [event.publication] : [])),
      );
      if (!frozen.some(({ text, inReplyTo }) => text === one.text && inReplyTo === one.inReplyTo))
        this.breaks('only what was said yes to is placed', one.text);
      const before = placed.slice(0, this.placed).find((other) => other.text === one.text && sameTarget(other, one));
      if (before !== undefined && !before.removed && !byHand.has(before.id) && !this.mayBeTwice(one))
        this.breaks('nothing is placed twice', one.text);
    }
  }

  /** The network cannot tell of a private message whether it was sent: a person was told so, and decided. */
  private mayBeTwice({ text, privateTo }: PlacedReply): boolean {
    if (privateTo === undefined) return false;
    return [...this.dialogues.values()].some(
      ({ events }) =>
        events.some((event) => event.type === 'notPlaced' && event.hitch.why === 'unsure') &&
        events.filter((event) => event.type === 'frozen' && event.publication.text === text).length > 1,
    );
  }

  private happens({ before, after, events, announcements }: Change): void {
    const lived = this.lived(after.id);
    const { id } = after;
    if ((before?.dialogue.version ?? 0) !== lived.events.length)
      this.breaks('every event is in the history', `${id}: decided upon ${before?.dialogue.version}`);
    let now = lived.folded;
    try {
      for (const event of events) {
        if (now !== null) {
          if (event.type === 'claimed' && now.stage.name !== 'waiting')
            this.breaks('no claim is held by two', `${id}: claimed by ${event.by.name} while ${now.stage.name}`);
          lived.clock.watch(now, event, { ...this.facts(), at: event.at });
        }
        now = evolve(now, event);
        if ('concept' in event) lived.kept.add(event.concept.text);
      }
    } catch (error) {
      this.breaks('time tells nothing twice and nothing out of hours', `${id}: ${String(error)}`);
      now = evolveAll(lived.folded, events);
    }
    lived.events.push(...events);
    lived.folded = now;
    lived.promised.push(...announcements.map((one) => JSON.stringify(one)));
    if (!isDeepStrictEqual(now, after)) this.breaks('the state is the fold of the events', id);
  }

  /** What is undone has a due row. */
  private async isAwake(store: MemoryDialogueStore, id: string, when: string): Promise<void> {
    const now = this.facts().at;
    const unsettled = await store.unsettled(id);
    if (unsettled === null) return;
    const rows = (await store.due(Infinity, 100_000)).filter((row) => row.dialogue === id);
    const wake = nextWake(unsettled.stored.dialogue, this.facts());
    if (wake !== null && !rows.some(({ at }) => at <= Math.max(wake, now)))
      this.breaks('what is undone has a due row', `${id} is to be looked at ${wake - now} ms from now, ${when}`);
    if (!isShown(unsettled) && !rows.some(({ at }) => at <= now))
      this.breaks('what is unshown has a due row', `${id}, ${when}`);
  }
}

function sameTarget(one: PlacedReply, other: PlacedReply): boolean {
  return one.inReplyTo === other.inReplyTo && one.account === other.account && one.privateTo === other.privateTo;
}
