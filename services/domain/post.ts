import { type Instant } from './instant.ts';
import { type Person } from './people.ts';

/** The name of a network, which is the name of its adapter: `x`, `practice`; or `MANUAL`, which has none. */
export type NetworkName = string;

/** What a person brings in by hand, because no program of ours reads it there. Nothing is placed there by program either. */
export const MANUAL: NetworkName = 'manual';

/** Where a message that was brought in by hand came from. */
export type Via = 'facebook' | 'instagram' | 'whatsapp' | 'phone' | 'counter' | 'elsewhere';
export const VIAS: readonly Via[] = ['facebook', 'instagram', 'whatsapp', 'phone', 'counter', 'elsewhere'];

/** Who brought a message in by hand, from where, and what that person knows of it. */
export interface BroughtIn {
  readonly via: Via;
  readonly by: Person;
  /** Id of the municipality that was named; null: left to the words. */
  readonly municipality: string | null;
}

/** Who wrote a post. `id` is stable on the network; a handle can be changed by its owner. */
export interface Author {
  readonly id: string;
  /** Without the `@`. */
  readonly handle: string;
  readonly name: string;
}

/** One message on a network, by a citizen or by us. Its text is hostile input: never markdown, never a template. */
export interface Post {
  readonly network: NetworkName;
  /** The network's own id. */
  readonly id: string;
  /** The network's id of the whole conversation; equal to `id` for its first post. */
  readonly thread: string;
  readonly author: Author;
  readonly text: string;
  readonly postedAt: Instant;
  /** The handle of ours that is addressed; null when found unasked. */
  readonly account: string | null;
  readonly inReplyTo: string | null;
  /** Where a person reads it on the network; https, or null where there is no such page. */
  readonly link: string | null;
  /** What brought it to us: names of watch terms of `webcare.yml`, and `@handle` for the mentions of an account of ours. */
  readonly foundBy: readonly string[];
  /** Its author lets only some people reply, and who is mentioned in it; not there: everybody may. */
  readonly limited?: true;
  /** Higher with each time that its author edited it; the id stays the same. Left out or 0: never. */
  readonly edition?: number;
  /** To us alone. */
  readonly private?: true;
  /** What stands around it, where the network says so. */
  readonly surroundings?: Surroundings;
  /** Only, and always, on network `manual`. */
  readonly broughtIn?: BroughtIn;
}

/** What one needs to see to understand a post. All of it is words of others, so it is kept with the texts. */
export interface Surroundings {
  readonly repliedTo: QuotedPost | null;
  readonly quoted: QuotedPost | null;
  readonly photos: readonly Photo[];
  /** BCP 47 tag; null for Dutch and where the network does not know. */
  readonly language: string | null;
}

/** A post of somebody else, or of us, that a post refers to. */
export interface QuotedPost {
  readonly id: string;
  /** Without the `@`; null when the network does not say who wrote it. */
  readonly handle: string | null;
  readonly text: string;
}

/** The reader's client fetches it, we never do. */
export interface Photo {
  /** https, small. */
  readonly url: string;
  /** What the citizen wrote for who cannot see it. */
  readonly alt: string | null;
}
