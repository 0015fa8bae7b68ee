import { type Alerts } from '../../services/ports/alerts.ts';
import { type Chats } from '../../services/ports/chats.ts';
import { type DialogueStore } from '../../services/ports/dialogue-store.ts';
import { type FiguresStore } from '../../services/ports/figures-store.ts';
import { type Ledger } from '../../services/ports/ledger.ts';
import { type Leases } from '../../services/ports/lease.ts';
import { type Network } from '../../services/ports/network.ts';
import { type StormBoard } from '../../services/ports/storm-board.ts';
import { type TeamStore } from '../../services/ports/team-store.ts';
import { type TeamChannel } from '../../services/ports/team-channel.ts';

/** The ports that reach outside, by the names that the watchers know them by. */
export interface Ports {
  readonly store: DialogueStore;
  readonly teamStore: TeamStore;
  readonly leases: Leases;
  readonly ledger: Ledger;
  readonly figures: FiguresStore;
  readonly network: Network;
  readonly channel: TeamChannel;
  readonly alerts: Alerts;
  readonly chats: Chats;
  readonly board: StormBoard;
}

/** A call on its way to a port. */
export interface PortCall {
  /** `store.commit`, `network.place` … */
  readonly name: string;
  readonly args: readonly unknown[];
  /** Does what was asked. */
  readonly deed: () => Promise<unknown>;
}

/** Stands between the flows and a port: does the deed, or not, or something else. */
export type Around = (call: PortCall) => Promise<unknown>;

/** These answer at once, without going anywhere. */
const AT_HAND: ReadonlySet<string | symbol> = new Set([
  'sources',
  'open',
  'everything',
  'postedOn',
  'ofCitizen',
  'askedOf',
  'ofStorm',
  'openedSince',
]);

/** The same port, with every call that goes outside handed to `around`. */
export function watchPort<P extends Ports[keyof Ports]>(port: P, name: keyof Ports, around: Around): P {
  return new Proxy(port, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function' || AT_HAND.has(key)) return value;
      return async (...args: readonly unknown[]): Promise<unknown> => {
        const deed = (): Promise<unknown> => Promise.resolve(Reflect.apply(value, target, args));
        return around({ name: `${name}.${String(key)}`, args, deed });
      };
    },
  });
}

/** What stands in for one call: the deed is at hand, to be done before, after or not at all. */
export type Instead<F> = F extends (...args: infer A) => Promise<infer R>
  ? (deed: () => Promise<R>, ...args: A) => Promise<R>
  : never;

/** Lets a test step in for the next call of a method, and counts the calls. */
export class Meddler {
  private readonly hooks: { readonly name: string; readonly instead: (...args: unknown[]) => Promise<unknown> }[] = [];
  private readonly counts = new Map<string, number>();

  readonly around: Around = async ({ name, args, deed }) => {
    this.counts.set(name, this.calls(name) + 1);
    const at = this.hooks.findIndex((hook) => hook.name === name);
    const [hook] = at === -1 ? [] : this.hooks.splice(at, 1);
    return hook === undefined ? deed() : hook.instead(deed, ...args);
  };

  /** The next call of this method goes by this instead. More than one: in the order in which they were asked. */
  once<P extends keyof Ports, M extends keyof Ports[P] & string>(
    port: P,
    method: M,
    instead: Instead<Ports[P][M]>,
  ): void {
    this.hooks.push({ name: `${port}.${method}`, instead: instead as (...args: unknown[]) => Promise<unknown> });
  }

  calls(name: string): number {
    return this.counts.get(name) ?? 0;
  }
}
