import { type Charge } from '../domain/charges.ts';
import { type NetworkName } from '../domain/post.ts';
import { dayOf } from '../domain/spending.ts';
import { type Ledger, type Meter } from '../ports/ledger.ts';
import { type Log } from '../ports/log.ts';

/**
 * Writes down what one network charges, behind the back of who reads and places: they never wait for it and never fail by it.
 * What cannot be written stays in memory, is told in the log, and goes along with the next.
 */
export class Bookkeeper implements Meter {
  private readonly waiting = new Map<string, Charge>();
  private writing: Promise<void> | null = null;
  private readonly network: NetworkName;
  private readonly ledger: Ledger;
  private readonly log: Log;

  constructor(network: NetworkName, ledger: Ledger, log: Log) {
    this.network = network;
    this.ledger = ledger;
    this.log = log;
  }

  note(charges: readonly Charge[]): void {
    for (const charge of charges) {
      const name = `${dayOf(charge.at)} ${charge.kind}:${charge.id}`;
      // The first price stands: X does not charge it again.
      if (!this.waiting.has(name)) this.waiting.set(name, charge);
    }
    void this.written();
  }

  written(): Promise<void> {
    if (this.waiting.size === 0) return Promise.resolve();
    this.writing ??= this.write();
    return this.writing;
  }

  private async write(): Promise<void> {
    try {
      while (this.waiting.size > 0) {
        const batch = [...this.waiting];
        await this.ledger.record(
          this.network,
          batch.map(([, charge]) => charge),
        );
        for (const [name] of batch) this.waiting.delete(name);
      }
    } catch (fault) {
      const waiting = this.waiting.size;
      this.log.warn('what a network charged could not be written down yet', { network: this.network, waiting, fault });
    } finally {
      this.writing = null;
    }
  }
}
