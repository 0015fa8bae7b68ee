import { type Change, type DialogueStore } from '../../services/ports/dialogue-store.ts';
import { type Around } from './watched-port.ts';

/** The process is gone. */
export class Crash extends Error {}

/**
 * Where a process dies: at its n-th call of a port, counted from 1, before the deed or after it (the answer is lost).
 * `halfway`: the index rows of a commit are written and the commit is not; at any other call the same as `before`.
 */
export interface CrashPoint {
  readonly call: number;
  readonly when: 'before' | 'halfway' | 'after';
}

/** Lets the calls of one process through and counts them, up to the point at which it dies: from then on nothing goes out. */
export class Fuse {
  /** The calls so far, by name; `clicking`: while somebody waited for the answer to a click. */
  readonly calls: { readonly name: string; readonly clicking: boolean }[] = [];
  clicking = false;
  blown = false;
  private readonly point: CrashPoint | null;
  private readonly store: DialogueStore;

  constructor(point: CrashPoint | null, store: DialogueStore) {
    this.point = point;
    this.store = store;
  }

  readonly around: Around = async ({ name, args, deed }) => {
    if (this.blown) throw new Crash(`${name} of a dead process`);
    this.calls.push({ name, clicking: this.clicking });
    if (this.calls.length !== this.point?.call) return deed();
    this.blown = true;
    if (this.point.when === 'after') await deed();
    if (this.point.when === 'halfway' && name === 'store.commit') await this.writeDueRows(args[0] as Change);
    throw new Crash(`${this.point.when} ${name}`);
  };

  private async writeDueRows({ after, wakes }: Change): Promise<void> {
    for (const at of wakes) await this.store.wakeAt(after.id, at, after.version);
  }
}
