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

/** Whether and how a process dies at this call, its number counted from 1. */
export type Fate = (name: string, call: number) => CrashPoint['when'] | null;

/** Lets the calls of one process through and counts them, up to the point at which it dies: from then on nothing goes out. */
export class Fuse {
  /** The calls so far, by name; `clicking`: while somebody waited for the answer to a click. */
  readonly calls: { readonly name: string; readonly clicking: boolean }[] = [];
  clicking = false;
  blown = false;
  private readonly fate: Fate;
  private readonly store: DialogueStore;

  constructor(fate: CrashPoint | Fate | null, store: DialogueStore) {
    this.fate = typeof fate === 'function' ? fate : (_, call) => (call === fate?.call ? fate.when : null);
    this.store = store;
  }

  readonly around: Around = async ({ name, args, deed }) => {
    if (this.blown) throw new Crash(`${name} of a dead process`);
    this.calls.push({ name, clicking: this.clicking });
    const when = this.fate(name, this.calls.length);
    if (when === null) return deed();
    this.blown = true;
    if (when === 'after') await deed();
    if (when === 'halfway' && name === 'store.commit') await this.writeDueRows(args[0] as Change);
    throw new Crash(`${when} ${name}`);
  };

  private async writeDueRows({ after, wakes }: Change): Promise<void> {
    for (const at of wakes) await this.store.wakeAt(after.id, at, after.version);
  }
}
