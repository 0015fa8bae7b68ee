import { type Dialogue } from '../domain/dialogue/dialogue.ts';
import { type Duration, type Instant, MINUTE } from '../domain/instant.ts';
import { maskPersonalData } from '../domain/mask.ts';
import { type Entry } from '../domain/overview/entry.ts';
import { type DialogueSearch } from '../ports/dialogue-search.ts';
import { type StoredDialogue } from '../ports/dialogue-store.ts';
import { viewDialogue } from './view-dialogue.ts';
import { type World } from './world.ts';

/** What other instances stored is found at the latest after so long. */
const FRESH: Duration = 5 * MINUTE;
/** As many dialogues as somebody reads through. */
const MOST = 10;

/**
 * Finds dialogues by words. The index is made when somebody first searches, by reading the store once from end to end, and
 * again when it is older than five minutes; what this instance commits in between is read at the next search. Everything
 * that is found is read anew before it is shown: the index decides where to look, never what is seen.
 */
export class DialogueFinder {
  private readonly world: World;
  private readonly search: DialogueSearch;
  private readonly known = new Map<string, string>();
  private readonly changedSince = new Set<string>();
  private readAt: Instant | null = null;
  private reading: Promise<void> | null = null;

  constructor(world: World, search: DialogueSearch) {
    this.world = world;
    this.search = search;
  }

  /** This instance stored something of a dialogue. */
  changed(dialogue: string): void {
    if (this.readAt !== null || this.reading !== null) this.changedSince.add(dialogue);
  }

  async find(words: string): Promise<readonly Entry[]> {
    await this.catchUp();
    const found = await Promise.all(this.search.find(words, MOST).map((id) => this.world.store.unsettled(id)));
    return found.flatMap((one) =>
      one === null ? [] : [{ view: viewDialogue(this.world, one.stored), thread: one.shown.thread }],
    );
  }

  private async catchUp(): Promise<void> {
    const now = this.world.clock.now();
    if (this.readAt === null || now - this.readAt > FRESH) {
      this.reading ??= this.readAll(now).finally(() => {
        this.reading = null;
      });
      await this.reading;
    }
    const changed = [...this.changedSince];
    this.changedSince.clear();
    for (const dialogue of changed) {
      const stored = await this.world.store.load(dialogue);
      if (stored !== null) this.learn(stored);
    }
  }

  private async readAll(now: Instant): Promise<void> {
    const gone = new Set(this.known.keys());
    for await (const stored of this.world.store.everything()) {
      gone.delete(stored.dialogue.id);
      this.learn(stored);
    }
    for (const dialogue of gone) {
      this.known.delete(dialogue);
      this.search.forget(dialogue);
    }
    this.readAt = now;
  }

  private learn({ dialogue, texts, etag }: StoredDialogue): void {
    if (this.known.get(dialogue.id) === etag) return;
    this.known.set(dialogue.id, etag);
    this.search.put({
      dialogue: dialogue.id,
      said: this.saidIn(dialogue, texts),
      about: this.aboutOf(dialogue),
      at: dialogue.posts.at(-1)?.at ?? dialogue.course.at(-1)?.at ?? 0,
    });
  }

  /** What was said in private is not to be found by searching. */
  private saidIn({ posts }: Dialogue, texts: ReadonlyMap<string, string>): string {
    const said = posts.flatMap(({ id, private: closed, gone }) =>
      closed === true || gone !== undefined ? [] : [texts.get(id) ?? ''],
    );
    return said
      .map((text) => maskPersonalData(text, this.world.texts.personalData(text), this.world.maskLabels))
      .join('\n');
  }

  private aboutOf({ citizen, kind, topic, municipality, own }: Dialogue): string {
    const town = this.world.settings.municipalities.find(({ id }) => id === municipality)?.name;
    return [own === true ? '' : citizen.handle, own === true ? '' : citizen.name, kind, topic, town]
      .filter((part) => part != null)
      .join(' ');
  }
}
