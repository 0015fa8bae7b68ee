import { SECOND } from '../domain/instant.ts';
import { type DialogueView } from '../domain/dialogue/view.ts';
import { workForm } from '../domain/dialogue/work-form.ts';
import { Fault } from '../ports/fault.ts';
import { type Shown, type ShownLock, type ShownWork, type Unsettled } from '../ports/dialogue-store.ts';
import { viewDialogue } from './view-dialogue.ts';
import { type World } from './world.ts';

/** Longer than the HTTP timeout of a message, so that a sender that still runs is never overtaken. */
const LOCK_TIME = 60 * SECOND;

/**
 * Makes Teams show the dialogue as it is: the root card, the work message, the lines that wait. One sender per dialogue,
 * drawn from the state at sending time, and what stands there is recorded after each message: a crash in between posts
 * a message again, and the older one is an orphan that removes itself on a click.
 */
export async function showDialogue(world: World, dialogue: string): Promise<void> {
  const first = await world.store.unsettled(dialogue);
  if (first === null || isShown(first)) return;
  const lock = await world.store.lockShown(dialogue, world.unique(), LOCK_TIME);
  if (lock === null)
    throw new Fault('teams', `another instance is showing dialogue ${dialogue}`, undefined, 2 * SECOND);
  const sender = new Sender(world, dialogue, lock);
  try {
    const current = (await world.store.unsettled(dialogue)) ?? first;
    await sender.send({ ...current, shown: lock.shown });
  } finally {
    await sender.unlock();
  }
}

function isShown({ stored: { dialogue }, shown, announcements }: Unsettled): boolean {
  const root = shown.root !== null && shown.root.version >= dialogue.faceAt;
  return root && announcements.length === 0 && dueWork(dialogue, shown).length === 0;
}

/** The work messages that are missing or behind, as generation and what stands there now. */
function dueWork(
  dialogue: DialogueView['dialogue'],
  shown: Shown,
): readonly { generation: number; now: ShownWork | null }[] {
  const current = dialogue.work.generation;
  const newest = shown.work.find(({ generation }) => generation === current) ?? null;
  const behind = newest === null || newest.version < dialogue.work.changedAt;
  // An older message that is being written in stays: somebody may be typing, and a click on it keeps the text.
  const older = shown.work.filter(
    (work) =>
      work.generation < current &&
      work.form !== 'writing' &&
      (work.form !== workForm(dialogue, work.generation) || removalMoved(dialogue, work)),
  );
  return [
    ...older.map((now) => ({ generation: now.generation, now })),
    ...(current > 0 && behind ? [{ generation: current, now: newest }] : []),
  ];
}

function removalMoved(dialogue: DialogueView['dialogue'], work: ShownWork): boolean {
  const receipt = dialogue.receipts.find(({ generation }) => generation === work.generation);
  return receipt?.removal != null && work.version < receipt.removal.changedAt;
}

class Sender {
  private readonly world: World;
  private readonly dialogue: string;
  private lock: ShownLock;

  constructor(world: World, dialogue: string, lock: ShownLock) {
    this.world = world;
    this.dialogue = dialogue;
    this.lock = lock;
  }

  async send({ stored, announcements }: Unsettled): Promise<void> {
    const view = viewDialogue(this.world, stored);
    await this.root(view);
    for (const { generation, now } of dueWork(view.dialogue, this.lock.shown)) await this.work(view, generation, now);
    for (const { key, announcement } of announcements) {
      await this.world.channel.announce(this.thread(), announcement, view);
      await this.world.store.announced(this.dialogue, key);
    }
  }

  async unlock(): Promise<void> {
    await this.world.store.unlockShown(this.dialogue, this.lock);
  }

  private async root(view: DialogueView): Promise<void> {
    const { thread, root } = this.lock.shown;
    const version = view.dialogue.version;
    if (thread !== null && root !== null) {
      if (root.version >= view.dialogue.faceAt) return;
      const outcome = await this.world.channel.updateRoot({ thread, activity: root.activity }, view);
      if (outcome === 'updated') return this.save({ ...this.lock.shown, root: { ...root, version } });
    }
    const opened = await this.world.channel.openThread(view);
    await this.world.store.nameThread(opened.thread, this.dialogue);
    await this.save({ thread: opened.thread, root: { activity: opened.activity, version }, work: [] });
  }

  private async work(view: DialogueView, generation: number, now: ShownWork | null): Promise<void> {
    const thread = this.thread();
    const { version } = view.dialogue;
    const form = workForm(view.dialogue, generation);
    if (now !== null) {
      const outcome = await this.world.channel.updateWork({ thread, activity: now.activity }, generation, view);
      // An older message that is gone needs no second one.
      if (outcome === 'updated' || generation < view.dialogue.work.generation)
        return this.saveWork({ ...now, form, version });
    }
    const activity = await this.world.channel.postWork(thread, generation, view);
    await this.saveWork({ generation, activity, form, version });
  }

  private saveWork(work: ShownWork): Promise<void> {
    const others = this.lock.shown.work.filter(({ generation }) => generation !== work.generation);
    return this.save({ ...this.lock.shown, work: [...others, work].sort((a, b) => a.generation - b.generation) });
  }

  private async save(shown: Shown): Promise<void> {
    const lock = await this.world.store.saveShown(this.dialogue, this.lock, shown);
    if (lock === null) throw new Fault('teams', `another instance took over showing dialogue ${this.dialogue}`);
    this.lock = lock;
  }

  private thread(): string {
    const { thread } = this.lock.shown;
    if (thread === null) throw new Fault('teams', `dialogue ${this.dialogue} has no thread yet`);
    return thread;
  }
}
