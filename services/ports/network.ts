import { type Gap } from '../domain/alert.ts';
import { type LookedUp } from '../domain/dialogue/looked-up.ts';
import { type Duration, type Instant } from '../domain/instant.ts';
import { type SourceKind } from '../domain/poll-pace.ts';
import { type NetworkName, type Post } from '../domain/post.ts';

/** Something a network can be asked to read again and again: one account's mentions, one search, one file. */
export interface Source {
  /** Stable over restarts: the name under which its cursor is kept. */
  readonly name: string;
  readonly kind: SourceKind;
}

/** A post of one of our accounts, whoever placed it and how. */
export interface OwnPost {
  /** The handle as the settings spell it. */
  readonly account: string;
  readonly id: string;
  /** As in `Post`. */
  readonly thread: string;
  readonly text: string;
  readonly postedAt: Instant;
  readonly link: string | null;
  /** The post that it answers, and the id of who wrote that; null when it answers none. */
  readonly inReplyTo: { readonly post: string; readonly author: string } | null;
}

/** Somebody passed a post of another on. */
export interface Echo {
  /** The network's own id of the passing on. */
  readonly id: string;
  /** Who did, without `@`. */
  readonly handle: string;
  readonly original: Pick<Post, 'id' | 'thread' | 'author'>;
}

export interface Batch {
  readonly posts: readonly Post[];
  /** Of a source of kind `own`. */
  readonly own?: readonly OwnPost[];
  /** Save it only after all `posts` are stored. */
  readonly cursor: string;
  /** There is more to read at once with the new cursor. */
  readonly more: boolean;
  /** What could not be read, one sentence each, for the log and `/ready`; the rest was read. */
  readonly problems: readonly string[];
  /** Posts of others passed on without a word; not there: none. */
  readonly echoes?: readonly Echo[];
  /** What the network would not show, to be told to people; not there: nothing. */
  readonly gaps?: readonly Gap[];
}

/** A post of ours, mostly a reply, exactly as it must stand on the network, signature included. */
export interface Reply {
  /** The handle of ours it is placed from. */
  readonly account: string;
  /** null: an own post, that answers nothing. */
  readonly inReplyTo: string | null;
  readonly text: string;
  /** To this person alone, by the network's id of a citizen; left out: in public, under the post it answers. */
  readonly privateTo?: string;
}

export interface Placed {
  /** The network's own id: the only proof that it stands there. */
  readonly id: string;
  readonly link: string | null;
  readonly at: Instant;
}

/** Why a network certainly did not place a reply. `other` is shown as the network said it. */
export type RefusalReason =
  | 'reply-not-allowed'
  /** This person takes no private message of ours. */
  | 'dm-refused'
  | 'post-deleted'
  /** It says to have the text already, and does not show it. */
  | 'duplicate'
  | 'sign-in'
  | 'forbidden'
  | 'suspended'
  | 'too-long'
  | 'credits'
  | 'other';

export type PlaceOutcome =
  | { readonly outcome: 'placed'; readonly placed: Placed }
  | { readonly outcome: 'refused'; readonly reason: RefusalReason; readonly detail: string }
  /** The network says that it stands there already: look it up. */
  | { readonly outcome: 'duplicate' }
  /** Certainly not placed; try again from `at` on (rate limit, 503 before the deed). */
  | { readonly outcome: 'later'; readonly at: Instant; readonly detail: string }
  /** The answer was lost: it may stand there or not. Look it up before anything else. */
  | { readonly outcome: 'unknown'; readonly detail: string };

/** What came of reading a source. A fault of the network itself is thrown as `Fault('network')`. */
export type ReadOutcome =
  | { readonly outcome: 'read'; readonly batch: Batch }
  /** The network asks us to wait (rate limit). */
  | { readonly outcome: 'later'; readonly at: Instant; readonly detail: string };

export type RemoveOutcome =
  | { readonly outcome: 'removed' }
  /** It was gone already: just as good. */
  | { readonly outcome: 'absent' }
  | { readonly outcome: 'refused'; readonly reason: RefusalReason; readonly detail: string }
  | { readonly outcome: 'later'; readonly at: Instant; readonly detail: string };

/** What became of a post that was read before. */
export type Rechecked =
  /** `edition`: as in `Post`. */
  | { readonly state: 'there'; readonly text: string; readonly edition: number }
  /** The network says that it is no longer there for us: deleted, protected, its author suspended. */
  | { readonly state: 'gone' }
  /** The network said nothing that can be relied on. */
  | { readonly state: 'unknown' };

export type RecheckOutcome =
  /** Has every post that was asked for. */
  | { readonly outcome: 'checked'; readonly posts: ReadonlyMap<string, Rechecked> }
  | { readonly outcome: 'later'; readonly at: Instant; readonly detail: string };

/** As many posts as are asked for in one `recheck` at most. */
export const RECHECKED_AT_ONCE = 100;

/** One social network, in our own words: no type of a network's package leaves its adapter. */
export interface Network {
  readonly name: NetworkName;
  /** How long `place` may take at most before it answers `unknown`. */
  readonly timeout: Duration;
  /** How far apart texts are placed when many go at once; not there: a second. */
  readonly placeEvery?: Duration;
  sources(): readonly Source[];
  /** The handles of ours that it can place from now, as the settings spell them. */
  readonly accounts: readonly string[];
  /** Reads what came after `cursor` ('' = from now on, or from the start where nothing is lost by it). Oldest first. Own posts are left out. */
  read(source: Source, cursor: string): Promise<ReadOutcome>;
  /**
   * Reads once more what a source had between two moments, without a cursor: to see whether all of it is here. Not there
   * where a network keeps no past.
   */
  readBack?(source: Source, from: Instant, until: Instant): Promise<ReadOutcome>;
  /** Places once; never retries by itself, for a retry can double. */
  place(reply: Reply): Promise<PlaceOutcome>;
  /** Our own reply on the network, by account, the post it answers and its text, placed at or after `since`; null when it does not stand there, or, of a private one, is not shown to us. */
  findPlaced(reply: Reply, since: Instant): Promise<Placed | null>;
  /** A post that a person says to have placed as `account`, by its link. Never throws: what cannot be asked is `unavailable`. */
  lookUpPost(account: string, link: string): Promise<LookedUp>;
  /**
   * What became of these posts of others, at most `RECHECKED_AT_ONCE`. `gone` only when the network says so, never because
   * one is missing from an answer. A fault of the network itself is thrown as `Fault('network')`.
   */
  recheck(posts: readonly string[]): Promise<RecheckOutcome>;
  /** Where a citizen writes to this account of ours in private, https; null where there is no such page, or it is not known now. */
  invitation(account: string): Promise<string | null>;
  /** Takes a public reply of ours off the network. */
  remove(account: string, id: string): Promise<RemoveOutcome>;
}
