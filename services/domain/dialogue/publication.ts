import { type Duration, type Instant, MINUTE, SECOND } from '../instant.ts';
import { type Person } from '../people.ts';
import { type PlacingPause } from '../team/placing-pause.ts';
import { type Chosen } from './channel.ts';
import { type Holds } from './promises/promising.ts';

/** A text frozen by an approval, on its way to the network exactly once. */
export interface Publication extends Chosen, Holds {
  /** Unique in the dialogue: its number. */
  readonly number: number;
  /** Name of the text for many that this is one of; not there: it was written for this dialogue alone. */
  readonly many?: string;
  /** The exact text, signature included. */
  readonly text: string;
  /** Fingerprint of what was said yes to. */
  readonly hash: string;
  readonly account: string;
  /** The post that it answers. */
  /** null: an own post. */
  readonly inReplyTo: string | null;
  /** The citizen's newest words when it was frozen, where those are not what it answers: they were said in private. */
  readonly readTo?: string;
  readonly submittedBy: Person;
  readonly approvedBy: Person;
  readonly frozenAt: Instant;
  /** Version of the dialogue that was frozen; not there on what was frozen before this was kept. */
  readonly version?: number;
  /** When it was to be placed: the end of the undo time. Lateness counts from here. */
  readonly dueAt: Instant;
  /** Not before this moment: `dueAt`, or later when the network asked for it. */
  readonly placeAt: Instant;
  /** The pause of placing for which it waited last; not there: none. */
  readonly held?: PlacingPause;
  /** null: not attempted (again) yet. */
  readonly attempt: Attempt | null;
}

/** A try to place. It may stand on the network even when no answer came. */
export interface Attempt {
  readonly startedAt: Instant;
  /** The call is not begun after this moment. */
  readonly deadline: Instant;
  /** When its outcome is looked up on the network, should nothing be known by then. */
  readonly lookAt: Instant;
  /** How often it was looked up and not found. */
  readonly lookedUp: number;
  /** What is known of a lost answer; null while the call runs. */
  readonly unclear: string | null;
}

/** The proof that a reply stands on the network: the network's own id. It proves nothing when `byHand` is not checked. */
export interface Receipt extends Chosen, Holds {
  readonly id: string;
  /** As in the publication. */
  readonly many?: string;
  readonly link: string | null;
  readonly at: Instant;
  readonly account: string;
  readonly by: Person;
  readonly approvedBy: Person;
  /** null: placed by the bot. */
  readonly byHand: ByHand | null;
  /** The work message that is its proof in the thread. */
  readonly generation: number;
  readonly removal: Removal | null;
}

/** A reply that a person placed on the network. */
export interface ByHand {
  /** Who says so. */
  readonly by: Person;
  /** The network was asked and shows it. false: somebody's word, and no proof that it stands there. */
  readonly checked: boolean;
}

/** A placed reply taken off the network again, by whom and why. */
export interface Removal {
  readonly by: Person;
  readonly reason: string;
  readonly askedAt: Instant;
  readonly state: 'asked' | 'done' | 'refused';
  readonly detail: string | null;
  /** Next try, as long as the state is `asked`. */
  readonly tryAt: Instant;
  /** Version of the dialogue at which the removal last moved: the receipt's message is behind when it shows less. */
  readonly changedAt: number;
}

/** Why an approved text is back on the table. */
export interface Hitch extends Chosen {
  /**
   * outside: somebody answered on the network itself.
   * by-hand: a person must place it, nothing was tried. misplaced: a person did, from an account that is not ours.
   * unsure: it may have been sent or not, and the network cannot tell.
   */
  readonly why: 'refused' | 'late' | 'overtaken' | 'outside' | 'stopped' | 'by-hand' | 'misplaced' | 'unsure';
  readonly at: Instant;
  /** The network's reason as a code, with `refused`; `edited` with `overtaken`, when it was by an edit. */
  readonly reason: string | null;
  /** The network's own words; the handle of the other account, with `misplaced`. */
  readonly detail: string | null;
  /** The post that the text answers. */
  /** null: an own post. */
  readonly inReplyTo: string | null;
  /** As in the publication. */
  readonly readTo?: string;
  readonly many?: string;
  /** The approval that still stands for the identical text. */
  readonly approvedBy: Person | null;
  readonly hash: string;
}

/** The call to the network starts within this time of the attempt's record. */
export const ATTEMPT_WINDOW: Duration = 20 * SECOND;

/** A frozen text later than this asks a person again: the world may have changed. */
export const TOO_LATE: Duration = 5 * MINUTE;

/** Twice not found, this far apart, before the identical text is sent again: networks show a new post with a delay. */
export const LOOK_UPS = 2;
export const BETWEEN_LOOK_UPS: Duration = 30 * SECOND;

/** Placed alone, without a second pair of eyes. */
export function placedAlone(publication: Publication): boolean {
  return publication.approvedBy.email === publication.submittedBy.email;
}

/** The yes that still holds for the identical text: not after somebody stopped it, the citizen wrote, or it was answered outside. */
export function standingYes({ why, approvedBy, hash }: Hitch, now: string): Person | null {
  const asksAgain = why === 'stopped' || why === 'overtaken' || why === 'outside';
  return hash === now && !asksAgain ? approvedBy : null;
}
