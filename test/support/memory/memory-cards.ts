import { type Duration, type Instant } from '../../../services/domain/instant.ts';
import { type Clock } from '../../../services/ports/clock.ts';
import { type Shown, type ShownLock } from '../../../services/ports/dialogue-store.ts';

/** What stands in Teams, per dialogue, and who is sending. */
export interface MemoryCards {
  shown(dialogue: string): Shown;
  lock(dialogue: string, holder: string, ttl: Duration): ShownLock | null;
  save(dialogue: string, lock: ShownLock, shown: Shown): ShownLock | null;
  unlock(dialogue: string, lock: ShownLock): void;
}

interface Row {
  readonly shown: Shown;
  readonly etag: string;
  readonly holder: string;
  readonly until: Instant;
}

export function createMemoryCards(clock: Clock): MemoryCards {
  const rows = new Map<string, Row>();
  let count = 0;
  const write = (dialogue: string, row: Omit<Row, 'etag'>): ShownLock => {
    const kept = structuredClone({ ...row, etag: `cards-${count++}` });
    rows.set(dialogue, kept);
    return structuredClone({ shown: kept.shown, etag: kept.etag, holder: kept.holder });
  };
  const held = (dialogue: string, lock: ShownLock): Row | null => {
    const row = rows.get(dialogue);
    return row?.etag === lock.etag ? row : null;
  };
  const shown = (dialogue: string): Shown =>
    structuredClone(rows.get(dialogue)?.shown ?? { thread: null, root: null, work: [] });
  return {
    shown,
    lock(dialogue, holder, ttl) {
      const row = rows.get(dialogue);
      if (row !== undefined && row.holder !== holder && row.until > clock.now()) return null;
      return write(dialogue, { shown: shown(dialogue), holder, until: clock.now() + ttl });
    },
    save(dialogue, lock, now) {
      const row = held(dialogue, lock);
      return row && write(dialogue, { ...row, shown: now });
    },
    unlock(dialogue, lock) {
      const row = held(dialogue, lock);
      if (row !== null) write(dialogue, { ...row, holder: '', until: 0 });
    },
  };
}
