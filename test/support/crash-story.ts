import assert from 'node:assert/strict';
import { workForm } from '../../services/domain/dialogue/work-form.ts';
import { type Announcement } from '../../services/domain/dialogue/messages.ts';
import { type Duration, SECOND } from '../../services/domain/instant.ts';
import { type Post } from '../../services/domain/post.ts';
import { dialogueOf } from '../../services/flows/dialogue-of.ts';
import { type Change, type Unsettled } from '../../services/ports/dialogue-store.ts';
import { type Name, settings } from './dialogue-facts.ts';
import { Crash, type CrashPoint, Fuse } from './fuse.ts';
import { type Deed, type RunningBot } from './running-bot.ts';
import { createWorld, type TestWorld } from './world.ts';

/** What a person does who got no answer: Teams delivers the click again, or it is clicked anew. */
export type Repeat = 'redelivered' | 'clicked-anew';

/** What became of the first reply when the network's answer to it is lost; null: the answer comes. */
export type LostAnswer = 'stands' | 'is absent' | null;

/** The answer that may be placed without a second pair of eyes. */
const STANDING = settings.answers[0]!.text;
export const FIRST = 'Dat had niet mogen gebeuren, Ko. Wij bellen vandaag.';

/** Longer than any lease, lock or recovery at this pace would need: then something is stuck. */
const TURNS = 80;
const TURN: Duration = 5 * SECOND;
/** After this the lease of a dead sweeper is free. */
const LEASE: Duration = 11 * SECOND;

/**
 * A dialogue from the first post to the last click, with a second one beside it, lived through one crash. The people and
 * the network go on as if nothing happened: who got no answer clicks again, and the clock goes on until the work is done.
 */
export class CrashStory {
  readonly world: TestWorld = createWorld();
  readonly fuse: Fuse;
  /** All lines that were stored to be sent. */
  readonly promised: Announcement[] = [];
  readonly dialogues: string[] = [];
  private readonly repeat: Repeat;
  private bot: RunningBot;
  private crashed = false;
  private clicks = 0;

  constructor(point: CrashPoint | null, repeat: Repeat, lost: LostAnswer = null) {
    this.repeat = repeat;
    const { store, network } = this.world.outside;
    if (lost !== null) {
      const place = network.place.bind(network);
      network.place = async (reply) => {
        network.place = place;
        if (lost === 'stands') await place(reply);
        return { outcome: 'unknown', detail: 'no answer' };
      };
    }
    const commit = store.commit.bind(store);
    store.commit = async (change: Change) => {
      const outcome = await commit(change);
      if (outcome.outcome === 'committed') this.promised.push(...change.announcements);
      return outcome;
    };
    this.fuse = new Fuse(point, store);
    this.bot = this.world.restart(this.fuse.around);
  }

  async live(): Promise<void> {
    const { network } = this.world.outside;
    const complaint = network.write({
      handle: 'ko_de_klusser',
      text: '@GemWormerland Vier keer gebeld over het grofvuil. NIEMAND. Ik dien een klacht in.',
    });
    const opinion = network.write({ handle: 'ans_neck', text: '@GemWormerland Jammer dat de boom weg is.' });
    await this.arrive(complaint, opinion);
    const [id, other] = this.dialogues as [string, string];
    await this.click(id, 'Bram', { type: 'claim' });
    await this.click(id, 'Bram', { type: 'keep', text: 'Dat had niet' });
    await this.click(other, 'Els', { type: 'setAside', reason: settings.instruction.noReplyReasons[0]! });
    await this.click(id, 'Bram', { type: 'submit', text: FIRST });
    await this.click(id, 'Els', { type: 'approve' });
    await this.placed(id, 1);
    await this.arrive(
      network.write({ handle: 'ko_de_klusser', text: '@GemWormerland dank', inReplyTo: this.reply(0) }),
    );
    await this.arrive(
      network.write({ handle: 'ko_de_klusser', text: '@GemWormerland En nu?', inReplyTo: this.reply(0) }),
    );
    await this.click(id, 'Els', { type: 'takeOver' });
    await this.click(id, 'Els', { type: 'place', text: STANDING });
    await this.placed(id, 2);
    await this.click(id, 'Els', { type: 'remove', receipt: this.reply(1), reason: 'Het is woensdag' });
    await this.until(async () => (await this.head(id)).stage.name === 'waiting');
    await this.click(id, 'Bram', { type: 'claim' });
    await this.click(id, 'Bram', { type: 'finish', outcome: 'phoned' });
  }

  /** The clock goes on, and all that is due is done; by another bot when this one dies of it. */
  async later(by: Duration): Promise<void> {
    this.world.advance(by);
    await this.survive(() => this.bot.settleAll());
    this.world.advance(LEASE);
    await this.calm();
  }

  private reply(index: number): string {
    const reply = this.world.outside.network.placed[index];
    assert.ok(reply, 'nothing was placed');
    return reply.id;
  }

  private async head(dialogue: string) {
    return this.world.head(dialogue);
  }

  private async arrive(...posts: readonly Post[]): Promise<void> {
    await this.until(async () => {
      await this.survive(() => this.bot.poll());
      return (await Promise.all(posts.map((post) => this.isStored(post)))).every(Boolean);
    });
    const ids = posts.map((post) => dialogueOf(this.bot.world, post));
    this.dialogues.push(...ids.filter((id) => !this.dialogues.includes(id)));
    await this.calm();
  }

  private async isStored(post: Post): Promise<boolean> {
    const stored = await this.world.outside.store.load(dialogueOf(this.bot.world, post));
    return stored?.dialogue.posts.some(({ id }) => id === post.id) === true;
  }

  /** A click on what the person sees. Without an answer it comes again, after the restart. */
  private async click(dialogue: string, name: Name, deed: Deed): Promise<void> {
    const operation = `click-${(this.clicks += 1)}`;
    this.fuse.clicking = true;
    const answered = await this.survive(() => this.bot.click(dialogue, name, deed, { operation }));
    this.fuse.clicking = false;
    if (!answered) {
      const again = this.repeat === 'redelivered' ? operation : `${operation}-anew`;
      const { refusal } = await this.bot.click(dialogue, name, deed, { operation: again });
      if (this.repeat === 'redelivered')
        assert.equal(refusal, null, `${name} ${deed.type}: ${JSON.stringify(refusal)}`);
    }
    await this.calm();
  }

  /** Does a thing and starts the bot anew when it died of it; whether the thing was done to its end. */
  private async survive(deed: () => Promise<unknown>): Promise<boolean> {
    let done = true;
    try {
      await deed();
    } catch (fault) {
      if (!(fault instanceof Crash)) throw fault;
      done = false;
    }
    if (this.fuse.blown && !this.crashed) {
      await this.bot.queue.stop();
      this.crashed = true;
      this.bot = this.world.restart();
    }
    return done;
  }

  private placed(dialogue: string, count: number): Promise<void> {
    return this.until(async () => (await this.head(dialogue)).receipts.length === count);
  }

  /** Nothing is behind in Teams, for who is about to look at it. */
  private calm(): Promise<void> {
    return this.until(async () => {
      const rows = await this.world.outside.store.due(this.world.now, 1);
      if (rows.length === 0 && this.bot.queue.waiting === 0) return true;
      // A row of a commit that never came stays for a while.
      const all = await Promise.all(this.dialogues.map((id) => this.world.settled(id)));
      return all.every((one) => !isBehind(one));
    });
  }

  private async until(isSo: () => Promise<boolean>): Promise<void> {
    for (let turn = 0; turn < TURNS; turn += 1) {
      await this.survive(() => this.bot.settleAll());
      if (await isSo()) return;
      this.world.advance(TURN);
    }
    assert.fail('it never comes to rest');
  }
}

/** Whether something is still to be sent or edited in Teams. */
export function isBehind({ stored: { dialogue }, shown, announcements }: Unsettled): boolean {
  const { generation, changedAt } = dialogue.work;
  const work = shown.work.find((one) => one.generation === generation);
  const workBehind =
    generation > 0 && (work === undefined || work.version < changedAt || work.form !== workForm(dialogue));
  return shown.root === null || shown.root.version < dialogue.faceAt || workBehind || announcements.length > 0;
}
