import { randomUUID } from 'node:crypto';
import { type Clock } from '../../ports/clock.ts';
import { Fault } from '../../ports/fault.ts';
import { type Lease, type Leases } from '../../ports/lease.ts';
import { type Tables } from './create-tables.ts';
import { encodeKey } from './keys.ts';
import { pack, unpack } from './packing.ts';
import { momentIn, numberIn, readRow, textIn, writeRow } from './rows.ts';

const LEASE = 'lease';
/** A lease changes only by its holder and who takes it over: more collisions than this in a row do not happen. */
const TRIES = 5;

interface State {
  /** '' when nobody has it. */
  readonly holder: string;
  readonly until: number;
  readonly fence: number;
  readonly value: string;
}

/**
 * Leases as rows with an etag. `clock` must run within some seconds of the other instances' clocks.
 * Every method throws Fault('tables') when the storage cannot do its part.
 */
export function createLeases(tables: Tables, clock: Clock): Leases {
  return {
    async acquire(name, holder, ttl) {
      const until = clock.now() + ttl;
      const row = await read(tables, name);
      if (row === null) return write(tables, name, { holder, until, fence: 1, value: '' }, null);
      const { state, etag } = row;
      if (state.holder === holder) return write(tables, name, { ...state, until }, etag);
      if (state.holder !== '' && state.until > clock.now()) return null;
      return write(tables, name, { ...state, holder, until, fence: state.fence + 1 }, etag);
    },
    async peek(name) {
      return (await read(tables, name))?.state.value ?? null;
    },
    save: (lease, value) => change(tables, lease, (state) => ({ ...state, value })),
    async release(lease) {
      await change(tables, lease, (state) => ({ ...state, holder: '', until: 0 }));
    },
  };
}

/** Changes the row as long as the lease is ours; false when it is not. */
async function change(tables: Tables, lease: Lease, to: (state: State) => State): Promise<boolean> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const row = await read(tables, lease.name);
    if (row === null || row.state.holder === '' || row.state.fence !== lease.fence) return false;
    // Another of our own turns may have prolonged it in between: then look again.
    if ((await write(tables, lease.name, to(row.state), row.etag)) !== null) return true;
  }
  throw new Fault('tables', `Lease ${lease.name} changes all the time: see that no two bots run with the same name.`);
}

async function read(tables: Tables, name: string): Promise<{ state: State; etag: string } | null> {
  const row = await readRow(tables.leases, LEASE, encodeKey(name));
  if (row === null) return null;
  const state = {
    holder: textIn(row, 'holder'),
    until: momentIn(row, 'until'),
    fence: numberIn(row, 'fence'),
    value: String(unpack(row)),
  };
  return { state, etag: row.etag };
}

async function write(tables: Tables, name: string, state: State, etag: string | null): Promise<Lease | null> {
  const { holder, until, fence, value } = state;
  const key = { partitionKey: LEASE, rowKey: encodeKey(name), writer: randomUUID() };
  const row = { ...key, ...pack(value), holder, until: new Date(until), fence };
  return (await writeRow(tables.leases, row, etag)) === null ? null : { name, fence, value };
}
