import { type Instant } from '../instant.ts';
import { type Person } from '../people.ts';
import { type Author, type NetworkName, type Via } from '../post.ts';
import { type Kind } from '../work-instruction/instruction.ts';
import { type Clock } from './by-time/clock-state.ts';
import { type Chosen } from './channel.ts';
import { type PassesOn } from './handing-over/passes-on.ts';
import { type Together } from './together/together.ts';
import { type InStorm } from './listed/in-storm.ts';
import { type Holds, type Promising } from './promises/promising.ts';
import { type Question } from './questions/question.ts';
import { type Echoes } from './echoes.ts';
import { type AskingDepartment } from './department-yes/messages.ts';
import { type Correction, type Hastened } from './interpreting/reading.ts';
import { type Threatened } from './threat.ts';
import { type Receipt, type Publication, type Hitch } from './publication.ts';

/** listening: no replies; practice: nothing leaves the house; live. Each dialogue carries its own. */
export type Mode = 'listening' | 'practice' | 'live';

/** Who holds a dialogue; the initials go under the reply. */
export interface Holder extends Person {
  readonly initials: string | null;
}

/** A text of ours, without signature. It belongs to the dialogue, not to the claim: it outlives releasing and taking over. */
export interface Concept extends Chosen, Holds {
  readonly text: string;
  readonly writer: Person;
  readonly at: Instant;
}

/** A post in the dialogue. The words themselves are kept apart, so that a deletion can be followed without touching history. */
export interface DialoguePost {
  readonly id: string;
  readonly from: 'citizen' | 'us';
  readonly at: Instant;
  /** Only thanks: shown, re-opens nothing. */
  readonly thanks: boolean;
  readonly link: string | null;
  /** What brought it to us, first finding first. Not there on our own posts, nor on what was stored before this was kept. */
  readonly foundBy?: readonly string[];
  /** The author lets only some people reply, and who is mentioned in it; not there: everybody may. */
  readonly limited?: true;
  /** Ours, and it only said when the answer comes. */
  readonly holding?: true;
  /** Ours, and written on the network itself. */
  readonly outside?: true;
  /** Said between the citizen and us alone: never quoted outside the dialogue, and not to be found by searching. */
  readonly private?: true;
  /** How often the author edited it, as the network counts; not there: never. */
  readonly edition?: number;
  /** When we learned of its newest edit, and the version of the dialogue then; not there: we know no other words of it. */
  readonly edited?: { readonly at: Instant; readonly version: number };
  /** When we were told that it is no longer on the network. Its words are gone from then on. */
  readonly gone?: Instant;
}

/** How a dialogue ended: a reply on the network; done by a person elsewhere, which counts as answered; or taken over by a department. */
export const OUTCOMES = ['replied', 'phoned', 'mailed', 'counter', 'already-answered', 'department'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * Where a dialogue stands. Each stage carries only what is true in it. `since` is the moment from which `by` holds the
 * dialogue: it does not change when a text is submitted, approved or comes back.
 */
export type Stage =
  | { readonly name: 'waiting'; readonly had: Holder | null }
  | { readonly name: 'claimed'; readonly by: Holder; readonly since: Instant; readonly remark: string | null }
  | {
      readonly name: 'drafted';
      readonly by: Holder;
      readonly since: Instant;
      /** Never approves this text, whoever edited it since. */
      readonly submittedBy: Person;
      /** Why a text that was approved does not stand on the network. */
      readonly hitch: Hitch | null;
    }
  | { readonly name: 'approved'; readonly by: Holder; readonly since: Instant; readonly publication: Publication }
  | { readonly name: 'answered'; readonly by: Holder; readonly at: Instant; readonly closesAt: Instant }
  | {
      readonly name: 'closed';
      readonly had: Holder | null;
      readonly by: Person | null;
      readonly at: Instant;
      /** `handed-over`: to a department, and that is no answer. */
      readonly outcome: Outcome | 'handed-over';
    }
  | { readonly name: 'setAside'; readonly by: Holder; readonly at: Instant; readonly reason: string };

export type StageName = Stage['name'];

/** One line of what happened, newest last; the whole history is in the events. */
export interface CourseLine {
  readonly at: Instant;
  readonly what: string;
  readonly who: string | null;
  /** What somebody took it for instead, with `interpreted`. */
  readonly read?: { readonly from: Correction; readonly to: Correction };
  /** Whom it was handed over to. */
  readonly to?: string;
}

/** The messages in the thread in which the work is done: each new generation is a new message, so nobody's typing is wiped. */
export interface WorkCard {
  /** 0: there is none yet. */
  readonly generation: number;
  /** Version of the dialogue at which the card last changed by a click on it, or was made. */
  readonly changedAt: number;
  /** Who must look: is mentioned in the message. */
  readonly mention: Person | null;
}

/** One citizen's conversation with us on one network thread: one thread in Teams. */
export interface Dialogue extends Promising<Concept>, Together, Hastened, AskingDepartment, Threatened, PassesOn {
  readonly id: string;
  /** Number of events so far. */
  readonly version: number;
  readonly mode: Mode;
  readonly network: NetworkName;
  /** An own post: nobody asked anything, and we speak first. `citizen` is then our account. */
  readonly own?: true;
  /** Where it came from, on network `manual` alone. */
  readonly via?: Via;
  readonly thread: string;
  readonly citizen: Author;
  /** Addressed to us, or found unasked. */
  readonly asked: boolean;
  /** The handle of ours that replies; null when there is none to reply from. */
  readonly account: string | null;
  readonly municipality: string | null;
  /** Not there: it did not begin in a storm. */
  readonly storm?: InStorm;
  readonly kind: Kind;
  readonly topic: string | null;
  readonly posts: readonly DialoguePost[];
  /** How often others passed the citizen's posts on, and who were the first to; not there: never. */
  readonly echoes?: Echoes;
  /** How many others wrote the very words that it began with, and who were the first to; not there: none. */
  readonly copies?: Echoes;
  /** How many citizens reacted to an own post, and the newest three of them, newest first; not there: nobody. */
  readonly reactions?: Echoes;
  /** Version at which the citizen last wrote something that needs reading before placing. */
  readonly wroteAt: number;
  /** Version at which words last had to go: no message that shows an older one may stay as it is. */
  readonly forgotAt?: number;
  /** When an answer is due; null when none is owed (any more). */
  readonly due: Instant | null;
  /** Moment of the first answer, on the network or elsewhere. */
  readonly answeredAt: Instant | null;
  readonly concept: Concept | null;
  /** A text that somebody sent when it was no longer theirs to send: kept, not used. */
  readonly spare: Concept | null;
  readonly receipts: readonly Receipt[];
  /** Publications so far; the number in a publication's id. */
  readonly publications: number;
  readonly work: WorkCard;
  /** Version at which what the root card shows last changed. */
  readonly faceAt: number;
  /** What colleagues were asked, oldest first; not there: nothing. */
  readonly questions?: readonly Question[];
  readonly course: readonly CourseLine[];
  /** Not there: it was stored before time was kept. See `clockOf`. */
  readonly clock?: Clock;
  readonly stage: Stage;
}

/** What an own post is, among the kinds: none of the work instruction's. */
export const OWN_POST: Kind = 'eigen bericht';

/** Who holds the dialogue, or held it last. */
export function holderOf(stage: Stage): Holder | null {
  switch (stage.name) {
    case 'waiting':
    case 'closed':
      return stage.had;
    case 'claimed':
    case 'drafted':
    case 'approved':
    case 'answered':
    case 'setAside':
      return stage.by;
  }
}

export function samePerson(one: Person | null, other: Person | null): boolean {
  return one !== null && other !== null && one.email === other.email;
}

/** The initials under a text: of who holds the dialogue. An own post speaks for the municipality, and has none. */
export function signatureOf({ own, stage }: Dialogue): string | null {
  return own ? null : (holderOf(stage)?.initials ?? null);
}

/** The exact text as it would stand on the network now: the concept with the signature of who holds the dialogue. */
export function textToPlace(dialogue: Dialogue, text: string | undefined = dialogue.concept?.text): string {
  const initials = signatureOf(dialogue);
  const body = (text ?? '').trim();
  return initials ? `${body} ^${initials}` : body;
}
