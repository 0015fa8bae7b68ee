import { type Instant } from '../../../services/domain/instant.ts';
import { type Clock } from '../../../services/ports/clock.ts';
import { type Lease, type Leases } from '../../../services/ports/lease.ts';

interface Row extends Lease {
  readonly holder: string | null;
  readonly until: Instant;
}

/** Leases in memory; each call does its whole deed at once. */
export function createMemoryLeases(clock: Clock): Leases {
  const rows = new Map<string, Row>();
  const ours = (lease: Lease): Row | null => {
    const row = rows.get(lease.name);
    return row !== undefined && row.holder !== null && row.fence === lease.fence ? row : null;
  };
  return {
    acquire(name, holder, ttl) {
      const row = rows.get(name) ?? { name, fence: 0, value: '', holder: null, until: 0 };
      const others = row.holder !== null && row.holder !== holder;
      if (others && row.until > clock.now()) return Promise.resolve(null);
      const fence = row.holder === holder ? row.fence : row.fence + 1;
      rows.set(name, { ...row, holder, fence, until: clock.now() + ttl });
      return Promise.resolve({ name, fence, value: row.value });
    },
    peek: (name) => Promise.resolve(rows.get(name)?.value ?? null),
    save(lease, value) {
      const row = ours(lease);
      if (row !== null) rows.set(lease.name, { ...row, value });
      return Promise.resolve(row !== null);
    },
    release(lease) {
      const row = ours(lease);
      if (row !== null) rows.set(lease.name, { ...row, holder: null, until: 0 });
      return Promise.resolve();
    },
  };
}
