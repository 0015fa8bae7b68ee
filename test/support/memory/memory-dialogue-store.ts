import { type Dialogue } from '../../../services/domain/dialogue/dialogue.ts';
import { type Announcement, type Happened } from '../../../services/domain/dialogue/messages.ts';
import { type Instant } from '../../../services/domain/instant.ts';
import { type Clock } from '../../../services/ports/clock.ts';
import {
  type Change,
  type CommitOutcome,
  type DialogueStore,
  type DueRow,
  type StoredDialogue,
  type WakeOf,
} from '../../../services/ports/dialogue-store.ts';
import { createMemoryCards, type MemoryCards } from './memory-cards.ts';

/** A dialogue's partition. */
interface Partition {
  dialogue: Dialogue;
  etag: string;
  readonly texts: Map<string, string>;
  readonly events: Happened[];
  readonly announcements: Map<string, Announcement>;
  readonly operations: Set<string>;
}

export interface MemoryDialogueStore extends DialogueStore {
  /** Loses index rows of a dialogue, as a crash of the storage might. */
  lose(index: 'open' | 'due' | 'thread' | 'post', dialogue: string): void;
  /** Puts a dialogue in the index of open ones, whatever its state says. */
  leaveOpen(dialogue: string): void;
}

/**
 * The dialogues in memory, with the meaning of the tables: etags, operations, due rows, locks. Nothing is shared with who
 * calls: all that goes in or out is copied. Each call does its whole deed at once, so a test may break before or after it.
 */
export function createMemoryDialogueStore(clock: Clock): MemoryDialogueStore {
  const partitions = new Map<string, Partition>();
  const openIndex = new Set<string>();
  const citizens = new Map<string, Set<string>>();
  const threads = new Map<string, string>();
  const bound = new Map<string, string>();
  const due = new Map<string, DueRow>();
  const cards: MemoryCards = createMemoryCards(clock);
  let count = 0;

  const load = (id: string): StoredDialogue | null => {
    const found = partitions.get(id);
    if (found === undefined) return null;
    return structuredClone({ dialogue: found.dialogue, texts: found.texts, etag: found.etag });
  };

  const wake = (dialogue: string, at: Instant, version: number): DueRow => {
    const key = `${String(Math.max(0, at)).padStart(15, '0')}_${dialogue}_${count++}`;
    const row = { key, at, dialogue, version, writtenAt: clock.now() };
    due.set(key, row);
    return { ...row };
  };

  const commit = (change: Change): CommitOutcome => {
    const { before, after, operation } = change;
    const id = after.id;
    const rows = [...new Set(change.wakes)].map((at) => wake(id, at, after.version));
    const opens = !isEnded(after) && (before === null || isEnded(before.dialogue));
    if (opens) openIndex.add(id);
    if (after.own) for (const receipt of after.receipts) bound.set(`${after.network} ${receipt.id}`, id);
    const found = partitions.get(id);
    if (operation !== null && found?.operations.has(operation)) return { outcome: 'repeated' };
    if (found?.etag !== before?.etag) return { outcome: 'conflict' };
    const citizen = `${after.network} ${after.citizen.id}`;
    citizens.set(citizen, (citizens.get(citizen) ?? new Set()).add(id));
    partitions.set(id, stored(found, structuredClone(change), `etag-${count++}`));
    if (isEnded(after)) openIndex.delete(id);
    const now = load(id);
    if (now === null) throw new Error('a dialogue vanished while it was stored');
    return { outcome: 'committed', stored: now, due: rows };
  };

  const isAwake = (dialogue: Dialogue, by: Instant): boolean =>
    [...due.values()].some((row) => row.dialogue === dialogue.id && row.at <= by);

  const repairOne = (dialogue: Dialogue, wakeOf: WakeOf): number => {
    let repaired = 0;
    const thread = cards.shown(dialogue.id).thread;
    if (thread !== null && !threads.has(thread)) {
      threads.set(thread, dialogue.id);
      repaired++;
    }
    if (!isEnded(dialogue) && !openIndex.has(dialogue.id)) {
      openIndex.add(dialogue.id);
      repaired++;
    }
    for (const { id } of dialogue.own ? dialogue.receipts : []) {
      const key = `${dialogue.network} ${id}`;
      if (!bound.has(key)) repaired++;
      bound.set(key, dialogue.id);
    }
    const at = wakeOf(dialogue);
    if (at !== null && !isAwake(dialogue, at)) {
      wake(dialogue.id, at, dialogue.version);
      repaired++;
    }
    return repaired;
  };

  return {
    load: (id) => at(() => load(id)),
    commit: (change) => at(() => commit(change)),
    wasDone: (id, operation) => at(() => partitions.get(id)?.operations.has(operation) ?? false),
    history: (id) => at(() => structuredClone(partitions.get(id)?.events ?? [])),
    unsettled: (id) =>
      at(() => {
        const found = load(id);
        const pending = [...(partitions.get(id)?.announcements ?? [])];
        const announcements = structuredClone(pending.map(([key, announcement]) => ({ key, announcement })));
        return found && { stored: found, shown: cards.shown(id), announcements };
      }),
    announced: (id, key) => at(() => void partitions.get(id)?.announcements.delete(key)),
    lockShown: (id, holder, ttl) => at(() => cards.lock(id, holder, ttl)),
    saveShown: (id, lock, shown) => at(() => cards.save(id, lock, shown)),
    unlockShown: (id, lock) =>
      at(() => {
        cards.unlock(id, lock);
      }),
    nameThread: (thread, id) => at(() => void threads.set(thread, id)),
    dialogueOfThread: (thread) => at(() => threads.get(thread) ?? null),
    due: (until, limit) =>
      at(() => {
        const rows = [...due.values()].filter((row) => row.at <= until);
        return structuredClone(rows.sort((one, other) => (one.key < other.key ? -1 : 1)).slice(0, Math.max(0, limit)));
      }),
    settled: (row) => at(() => void due.delete(row.key)),
    wakeAt: (id, moment, version) => at(() => void wake(id, moment, version)),
    async *open() {
      for (const id of [...openIndex].sort()) {
        const found = await at(() => load(id));
        if (found !== null && !isEnded(found.dialogue)) yield { ...found, thread: cards.shown(id).thread };
      }
    },
    async *everything() {
      for (const id of [...partitions.keys()].sort()) {
        const found = await at(() => load(id));
        if (found !== null) yield found;
      }
    },
    async *histories(after) {
      for (const id of [...partitions.keys()].sort().filter((one) => one > after))
        yield { dialogue: id, history: await at(() => structuredClone(partitions.get(id)?.events ?? [])) };
    },
    async *ofCitizen(network, citizen) {
      for (const id of [...(citizens.get(`${network} ${citizen}`) ?? [])]) {
        const found = await at(() => load(id));
        if (found !== null) yield found;
      }
    },
    async *ofStorm(storm) {
      const ids = [...partitions.values()].filter(({ dialogue }) => dialogue.storm?.id === storm);
      for (const { dialogue } of ids) {
        const found = await at(() => load(dialogue.id));
        if (found !== null) yield found;
      }
    },
    async *openedSince(moment, until = Infinity) {
      for (const [id, { events }] of partitions) {
        const at0 = events[0]?.at ?? 0;
        const found =
          at0 >= moment && dayOf(at0) <= dayOf(Math.min(until, clock.now())) ? await at(() => load(id)) : null;
        if (found !== null) yield found;
      }
    },
    async *askedOf(email) {
      for (const { dialogue } of [...partitions.values()]) {
        const asked = dialogue.questions?.some((one) => one.asked.some(({ who }) => who.email === email.toLowerCase()));
        const found = asked === true && !isEnded(dialogue) ? await at(() => load(dialogue.id)) : null;
        if (found !== null) yield found;
      }
    },
    bindPost: (network, post, dialogue) =>
      at(() => {
        const key = `${network} ${post}`;
        const first = bound.get(key) ?? dialogue;
        bound.set(key, first);
        return first;
      }),
    async *postedOn(network, day, after) {
      for (const id of [...partitions.keys()].sort().filter((one) => one > after)) {
        const found = await at(() => load(id));
        const posts = found?.dialogue.network === network ? found.dialogue.posts : [];
        const there = posts.some((post) => post.from === 'citizen' && dayOf(post.at) === day);
        if (found !== null && there) yield found;
      }
    },
    dialogueOfPost: (network, post) => at(() => bound.get(`${network} ${post}`) ?? null),
    repair: (wakeOf) =>
      at(() => {
        const repaired = [...partitions.values()].map(({ dialogue }) => repairOne(dialogue, wakeOf));
        return { heads: partitions.size, repaired: repaired.reduce((sum, one) => sum + one, 0) };
      }),
    lose(index, id) {
      if (index === 'open') openIndex.delete(id);
      for (const [thread, of] of threads) if (index === 'thread' && of === id) threads.delete(thread);
      for (const [post, of] of bound) if (index === 'post' && of === id) bound.delete(post);
      for (const row of due.values()) if (index === 'due' && row.dialogue === id) due.delete(row.key);
    },
    leaveOpen: (id) => void openIndex.add(id),
  };
}

function stored(found: Partition | undefined, change: Change, etag: string): Partition {
  const { after, events, announcements, operation } = change;
  const texts = new Map([...(found?.texts ?? []), ...change.texts]);
  for (const forgotten of change.forget) texts.delete(forgotten);
  const version = String(after.version).padStart(8, '0');
  const lines = announcements.map((one, n): [string, Announcement] => [`f:${version}-${n}`, one]);
  return {
    dialogue: after,
    etag,
    texts,
    events: [...(found?.events ?? []), ...events],
    announcements: new Map([...(found?.announcements ?? []), ...lines]),
    operations: new Set([...(found?.operations ?? []), ...(operation === null ? [] : [operation])]),
  };
}

function dayOf(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10);
}

function isEnded({ stage }: Dialogue): boolean {
  return stage.name === 'closed' || stage.name === 'setAside';
}

/** At once, but answered later, as everything that is far away. */
async function at<T>(deed: () => T): Promise<T> {
  const done = deed();
  await Promise.resolve();
  return done;
}
