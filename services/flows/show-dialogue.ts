import { SECOND } from '../domain/instant.ts';
import { MANUAL } from '../domain/post.ts';
import { type DialogueView } from '../domain/dialogue/view.ts';
import { isListed } from '../domain/dialogue/listed/place-in-storm.ts';
import { workForm } from '../domain/dialogue/work-form.ts';
import { Fault } from '../ports/fault.ts';
import {
  type Shown,
  type ShownCard,
  type ShownLine,
  type ShownLock,
  type ShownWork,
  type Unsettled,
} from '../ports/dialogue-store.ts';
import { dueLeft, dueLines, dueWork } from './due-messages.ts';
import { dueAskings, showAsking, withAsking } from './show-department-cards.ts';
import { type Thread } from '../ports/team-channel.ts';
import { dueCards, remindColleague, showCard } from './show-questions.ts';
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
  if (first?.stored.dialogue.storm !== undefined) world.storms.touch(first.stored.dialogue.storm.id);
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

/** Whether all that Teams must show of it stands there. */
export function isShown({ stored: { dialogue }, shown, announcements }: Unsettled): boolean {
  // The list card shows it: a card of its own would show it twice.
  if (isListed(dialogue)) return true;
  const root = shown.root !== null && shown.root.version >= dialogue.faceAt;
  const behind =
    dueWork(dialogue, shown).length +
    dueLines(dialogue, shown).length +
    dueLeft(dialogue, shown).length +
    dueCards(dialogue, shown).length +
    dueAskings(dialogue, shown).length;
  return root && announcements.length === 0 && behind === 0;
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
    for (const line of dueLines(view.dialogue, this.lock.shown)) await this.line(view, line);
    for (const one of dueLeft(view.dialogue, this.lock.shown)) await this.takeAway(one);
    for (const card of dueCards(view.dialogue, this.lock.shown))
      await showCard(this.world, view, card, this.thread(), (now) => this.saveCard(now));
    for (const due of dueAskings(view.dialogue, this.lock.shown))
      await showAsking(this.world, view, due, this.thread(), (asking) =>
        this.save(withAsking(this.lock.shown, asking)),
      );
    for (const { key, announcement } of announcements) {
      const thread = this.thread();
      if (announcement.what === 'question-reminder') {
        await remindColleague(this.world, view, announcement, thread);
        await this.world.store.announced(this.dialogue, key);
        continue;
      }
      const activity = await this.world.channel.announce(thread, announcement, view);
      // A line that shows a post is kept: its words may have to go one day.
      if (announcement.post !== null)
        await this.saveLines([{ thread, activity, announcement, version: view.dialogue.version }]);
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
    const [first] = view.dialogue.posts;
    if (thread === null && first !== undefined && view.dialogue.network !== MANUAL)
      this.world.metrics.took('post.to.card', this.world.clock.now() - first.at);
    await this.world.store.nameThread(opened.thread, this.dialogue);
    const { work, lines = [], askings = [], left = [], questions = [] } = this.lock.shown;
    const behind = thread === null ? [] : work.map((one) => ({ thread, activity: one.activity, version: one.version }));
    await this.save({
      thread: opened.thread,
      root: { activity: opened.activity, version },
      work: [],
      ...(lines.length === 0 ? {} : { lines }),
      ...(questions.length === 0 ? {} : { questions }),
      ...(askings.length === 0 ? {} : { askings }),
      ...(left.length + behind.length === 0 ? {} : { left: [...left, ...behind] }),
    });
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

  /** A line that is gone needs no words taken off. */
  private async line(view: DialogueView, { thread, activity, announcement }: ShownLine): Promise<void> {
    await this.world.channel.updateAnnouncement({ thread, activity }, announcement, view);
    await this.saveLines([{ thread, activity, announcement, version: view.dialogue.version }]);
  }

  private async takeAway({ thread, activity }: Thread): Promise<void> {
    await this.world.channel.removeOrphan({ thread, activity });
    const left = (this.lock.shown.left ?? []).filter((one) => one.activity !== activity);
    await this.save({ ...this.lock.shown, left });
  }

  private saveCard(now: ShownCard): Promise<void> {
    const others = (this.lock.shown.questions ?? []).filter(
      (one) => one.question !== now.question || one.asked !== now.asked,
    );
    return this.save({ ...this.lock.shown, questions: [...others, now] });
  }

  private saveLines(now: readonly ShownLine[]): Promise<void> {
    const others = (this.lock.shown.lines ?? []).filter(({ activity }) =>
      now.every((one) => one.activity !== activity),
    );
    return this.save({ ...this.lock.shown, lines: [...others, ...now] });
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
