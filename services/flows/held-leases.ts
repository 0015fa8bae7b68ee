import { type Lease, type Leases } from '../ports/lease.ts';
import { type Log } from '../ports/log.ts';

/** The same leases, that remember which of them this instance holds: who ends gives them all up, and the next goes on at once. */
export class HeldLeases implements Leases {
  private readonly held = new Map<string, Lease>();
  private readonly leases: Leases;

  constructor(leases: Leases) {
    this.leases = leases;
  }

  async acquire(...asked: Parameters<Leases['acquire']>): Promise<Lease | null> {
    const [name] = asked;
    const lease = await this.leases.acquire(...asked);
    if (lease === null) this.held.delete(name);
    else this.held.set(name, lease);
    return lease;
  }

  async save(lease: Lease, value: string): Promise<boolean> {
    const ours = await this.leases.save(lease, value);
    if (!ours) this.held.delete(lease.name);
    return ours;
  }

  peek(name: string): Promise<string | null> {
    return this.leases.peek(name);
  }

  async release(lease: Lease): Promise<void> {
    this.held.delete(lease.name);
    await this.leases.release(lease);
  }

  /** What cannot be given up now ends by itself: that is logged, and nothing more. What another has by now is left to them. */
  async releaseAll(log: Log): Promise<void> {
    await Promise.all(
      [...this.held.values()].map((lease) =>
        this.release(lease).catch((fault: unknown) => {
          log.warn('a lease was not given up: it ends by itself', { lease: lease.name, fault });
        }),
      ),
    );
  }
}
