import { type Instant } from './instant.ts';

/** The name of a network, which is the name of its adapter: `x`, `practice`. */
export type NetworkName = string;

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
}
