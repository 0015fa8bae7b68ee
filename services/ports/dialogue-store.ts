import { type Dialogue } from '../domain/dialogue/dialogue.ts';
import { type Announcement, type Happened } from '../domain/dialogue/messages.ts';
import { type Duration, type Instant } from '../domain/instant.ts';
import { type NetworkName } from '../domain/post.ts';
import { type Reach } from '../domain/dialogue/questions/question.ts';
import { type Standing } from './chats.ts';

/** A dialogue as it is stored: its state, the words of its posts (post id → text) and the mark of this very version. */
export interface StoredDialogue {
  readonly dialogue: Dialogue;
  readonly texts: ReadonlyMap<string, string>;
  readonly etag: string;
}

/** One decision to be stored as a whole or not at all. */
export interface Change {
  /** What was decided upon; null for a new dialogue. */
  readonly before: StoredDialogue | null;
  readonly after: Dialogue;
  readonly events: readonly Happened[];
  /** Words that are new: post id → text, of citizens' posts and of our own placed replies. */
  readonly texts: ReadonlyMap<string, string>;
  /** Names of texts that are removed with it, all of them among those of `before`. */
  readonly forget: readonly string[];
  readonly announcements: readonly Announcement[];
  /** The click or activity that asked for it; null for what the bot does by itself. Stored once: the only dedupe there is. */
  readonly operation: string | null;
  /** The moments at which the dialogue must be looked at: `due` rows, written before the commit. */
  readonly wakes: readonly Instant[];
}

export type CommitOutcome =
  | { readonly outcome: 'committed'; readonly stored: StoredDialogue; readonly due: readonly DueRow[] }
  /** Somebody else changed the dialogue first: load again and decide again. */
  | { readonly outcome: 'conflict' }
  /** This operation was stored before: nothing is to be done. */
  | { readonly outcome: 'repeated' };

/** A moment at which a dialogue must be looked at. */
export interface DueRow {
  readonly key: string;
  readonly at: Instant;
  readonly dialogue: string;
  /** The version of the dialogue that the writer was about to store. */
  readonly version: number;
  readonly writtenAt: Instant;
}

/** A line that still has to be sent into the thread. */
export interface PendingAnnouncement {
  readonly key: string;
  readonly announcement: Announcement;
}

/** A message in Teams that shows a dialogue. */
export interface ShownMessage {
  readonly activity: string;
  /** Version of the dialogue that it shows. */
  readonly version: number;
}

export interface ShownWork extends ShownMessage {
  readonly generation: number;
  /** The name of the form it shows (`writing`, `draft` …), as `services/domain/dialogue/work-form.ts` names them. */
  readonly form: string;
}

/** A line in the thread that shows words of the citizen. It has a thread of its own: a root card that was lost begins a new one. */
export interface ShownLine extends ShownMessage {
  readonly thread: string;
  readonly announcement: Announcement;
}

/** A card on which a colleague is asked something. */
export interface ShownCard extends ShownMessage, Standing {
  readonly question: string;
  /** Which of those who were asked of it. */
  readonly asked: number;
  readonly reach: Reach;
}

/** The card of somebody of a department whose yes is asked, in their chat or in the thread. */
export interface ShownAsking extends ShownMessage {
  readonly conversation: string;
  readonly email: string;
  /** Which time it was asked, and of which department. */
  readonly round: number;
  readonly department: string;
  /** It says what came of it, and changes no more. */
  readonly over: boolean;
}

/** Where a dialogue stands in Teams. The live root card is the one named here; any other is an orphan. */
export interface Shown {
  /** Conversation id of the thread, with `;messageid=`; null: not posted yet. */
  readonly thread: string | null;
  readonly root: ShownMessage | null;
  /** Newest generation last. */
  readonly work: readonly ShownWork[];
  /** Not there: none, or they were sent by a release that did not keep them. */
  readonly lines?: readonly ShownLine[];
  /** Not there: nobody was asked anything. */
  readonly questions?: readonly ShownCard[];
  /** Not there: no department was asked. */
  readonly askings?: readonly ShownAsking[];
  /** Work messages that stayed behind in a thread of which the root card was lost. */
  readonly left?: readonly (ShownMessage & { readonly thread: string })[];
}

/** One sender per dialogue at a time, so that cards arrive in order. */
export interface ShownLock {
  readonly shown: Shown;
  readonly etag: string;
  readonly holder: string;
}

/** A dialogue with its thread in Teams; null: not posted yet. */
export interface OpenDialogue extends StoredDialogue {
  readonly thread: string | null;
}

/** All that is needed to bring a dialogue in Teams and on the network up to date, in one read. */
export interface Unsettled {
  readonly stored: StoredDialogue;
  readonly shown: Shown;
  readonly announcements: readonly PendingAnnouncement[];
}

/** The next moment at which a dialogue must be looked at, as it stands; null: never. The domain's business, not the store's. */
export type WakeOf = (dialogue: Dialogue) => Instant | null;

/**
 * The dialogues, each in a partition of its own: that partition is the truth. Index rows (open, by citizen, by thread,
 * by own post, by day, due) are written before every commit attempt: they may be stale, never missing, and are checked on read.
 */
export interface DialogueStore {
  load(dialogue: string): Promise<StoredDialogue | null>;
  commit(change: Change): Promise<CommitOutcome>;
  /** Whether this operation was stored before: then a refusal of it is only its echo. */
  wasDone(dialogue: string, operation: string): Promise<boolean>;
  /** The whole history, oldest first. */
  history(dialogue: string): Promise<readonly Happened[]>;

  unsettled(dialogue: string): Promise<Unsettled | null>;
  announced(dialogue: string, key: string): Promise<void>;
  /** null while another instance sends for this dialogue; a lock older than `ttl` is taken over. */
  lockShown(dialogue: string, holder: string, ttl: Duration): Promise<ShownLock | null>;
  /** Stores what stands in Teams now and keeps the lock. null: the lock was lost, stop sending. */
  saveShown(dialogue: string, lock: ShownLock, shown: Shown): Promise<ShownLock | null>;
  unlockShown(dialogue: string, lock: ShownLock): Promise<void>;
  /** Before the root card is pointed to: which dialogue a thread is about. */
  nameThread(thread: string, dialogue: string): Promise<void>;
  dialogueOfThread(thread: string): Promise<string | null>;

  /** Due rows up to `until`, earliest first, at most `limit`. */
  due(until: Instant, limit: number): Promise<readonly DueRow[]>;
  /** Removes a due row; harmless when it is gone. */
  settled(row: DueRow): Promise<void>;
  /** Adds a due row outside a commit, to try again later what needs no new event. */
  wakeAt(dialogue: string, at: Instant, version: number): Promise<void>;

  /** Dialogues that are not closed or set aside, by the index; each checked against its head. */
  open(): AsyncIterable<OpenDialogue>;
  /** Every dialogue there is, in no order that means anything: one pass over the whole store, for what is rarely asked. */
  everything(): AsyncIterable<StoredDialogue>;
  /**
   * Every dialogue with its whole history, oldest event first: one pass over the whole store in an order that stays. `after`:
   * those behind this dialogue only; '' for all.
   */
  histories(after: string): AsyncIterable<{ readonly dialogue: string; readonly history: readonly Happened[] }>;
  /** All dialogues of one citizen on one network, by the index; each checked against its head. */
  ofCitizen(network: NetworkName, citizen: string): AsyncIterable<StoredDialogue>;
  /** All dialogues that began in a storm, ended ones too, by the index; each checked against its head. */
  ofStorm(storm: string): AsyncIterable<StoredDialogue>;
  /**
   * Dialogues that were opened at or after a moment, by the index of days, oldest day first, and perhaps some older ones.
   * `until`: none from the days (UTC) after it.
   */
  openedSince(moment: Instant, until?: Instant): AsyncIterable<StoredDialogue>;
  /** Dialogues in which this person was asked something, by the index; each checked against its head. */
  askedOf(email: string): AsyncIterable<StoredDialogue>;
  /** To which dialogue a post (or anything else with a name of its own) belongs that could belong to several: what is named first stays, and is given back ever after. */
  bindPost(network: NetworkName, post: string, dialogue: string): Promise<string>;
  /** Dialogues of a network with a post of the citizen from a day in UTC (`yyyy-mm-dd`), by id, those after `after` ('' for all). */
  postedOn(network: NetworkName, day: string, after: string): AsyncIterable<StoredDialogue>;
  /** The dialogue that a post was bound to, or that placed it as an own post; null for every other post. */
  dialogueOfPost(network: NetworkName, post: string): Promise<string | null>;
  /**
   * Reads all heads and rewrites index rows that are missing. `wakeOf`: when a dialogue must be looked at next. Gives how
   * many heads were read and rows repaired (target 0).
   */
  repair(wakeOf: WakeOf): Promise<{ readonly heads: number; readonly repaired: number }>;
}
