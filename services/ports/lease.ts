import { type Duration } from '../domain/instant.ts';

/** Proof that one instance alone does a job for a while. `fence` grows with every new holder: an old holder is known by it. */
export interface Lease {
  readonly name: string;
  readonly fence: number;
  /** Whatever the job keeps between two turns, such as a poller's cursor; '' at first. Moves to the next holder. */
  readonly value: string;
}

/**
 * Leases that survive a crash: another instance takes over when the time is up.
 * A lease is no exclusion after a pause: what is done under it must be harmless when done twice.
 */
export interface Leases {
  /** The lease, new or our own prolonged; null while somebody else holds it. */
  acquire(name: string, holder: string, ttl: Duration): Promise<Lease | null>;
  /** Saves `value` under the lease. False: lost to another holder, stop working. */
  save(lease: Lease, value: string): Promise<boolean>;
  /** What was last saved, without taking the lease; null: nobody ever had it. */
  peek(name: string): Promise<string | null>;
  /** Gives it up at once, for the next instance; harmless when it was lost already. */
  release(lease: Lease): Promise<void>;
}
